package io.stepwright.cache.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tells English from other languages in Latin letters by function words. Texts of fewer than four
 * words may have none; only words of other languages count there. A text is not English if one of
 * its sentences is in another language.
 */
public final class English {

  private static final int LEAST_WORDS = 4;

  /** Words of no other widespread language: all function words, and a few frequent words. */
  private static final Set<String> CLEAR =
      words(
          """
          the this that these those what which who whom whose where when why how does did done doing
          are were been being having can could would should shall might must cannot you your yours
          yourself myself his she him its they them their theirs ours our my mine it and nor not
          if than then with without from into onto of out off about above across after against along
          among around before behind below between beyond during except inside outside near since
          through throughout toward towards until till upon because while there here any some each every
          please too very really already ever get gets got getting let let's don't doesn't doesnt
          didn't didnt can't cant won't wont isn't isnt aren't wasn't i'm i've ive i'd i'll you're
          what's whats where's wheres how's it's that's there's who's
          want wants wanted need needs know show shows tell look buy sell keep bring wait help meet call
          cancel delete remove three five seven eight nine eleven twelve thirteen fifteen twenty thirty
          forty fifty sixty seventy eighty ninety hundred thousand monday tuesday wednesday thursday
          friday saturday sunday today tomorrow yesterday tonight week weeks months hours
          whether say both few such same other another many much always never something anything nothing
          someone anyone everyone everything
          """);

  /** English words that are also words of other languages. */
  private static final Set<String> SHARED =
      words(
          """
          i us we be is has had have her to for at by per via all one over under just also still
          yes hi hello hey ok okay dear thanks thank sorry versus vs but dont im half
          """);

  /** Words of other languages that are neither English nor part of well-known names. */
  private static final Set<String> FOREIGN =
      words(
          """
          aber anche att auch aucun aucune auf avec avoir bagaimana bei bij bir bisa bitte bu
          c'est ces cette chez combien cosa cuando cuál cuáles cuándo cuánta cuánto czy cómo của
          d'un d'une dans das dass daß degli dein della delle dem dengan depuis der desde deze
          değil diese dieser dieses dir dla dlaczego donde dónde een egy ei ein eine einem einen
          einer elles eres est estou estoy está están ett että faire fait fazer foi från för für
          gdzie geen gibt gli habe haben hai hasta heb heeft het hoeveel hogy hogyan hur hva
          hvad hvor hvordan ich ihr ihre ihren ik ikke ile inte isso ist itu için j'ai
          j'aimerais jag jak jaka jaki jeg jest jestem jsem jsou jullie kadar kan kann kde kdy
          kein keine keinen keiner không kiedy kunnen können l'ai là maar mais mehr mein meine
          meinen meiner mes meu meus mich mij mijn minha minhas minun mio mir missä miten mitä
          mogę moje mucho muito muss muy más mój möchte mı můj můžu n'a n'ai n'est naar nach
          nasıl ne nebo nekem nel nella nem není nerede nicht nie niet noch nosotros nous nu nur
          não när och oder og olen onde onko ont ook ou où para pas pela pelo pentru perché pero
          peut peux più por porque posso pourquoi proszę proč puede puedo på qu'il quais qual
          quale quand quando quanto quel quelle quelles quels quero questa questo qui quiero qué
          s'il saya schon sehr sein ser si sich sie sind się sobre som somos sono sont suis sunt
          también também tengo tenho tidak tiene très tôi uit uma una und unde une uns untuk
          usted ustedes vad ve veux você voglio voor vorrei vous vreau và waar waarom wann
          wanneer warum wat welche welcher welches welke wenn wer werden wie wieviel wij wir
          wird wo worden wordt wurde yang zaman zijn zonder zu zum zur är çok è és être über
          """);

  private English() {}

  /** Tells whether a text in Latin letters may be English. */
  public static boolean mayBe(String text) {
    int words = 0;
    int clear = 0;
    int shared = 0;
    int foreign = 0;
    int balance = 0; // Per sentence: English words minus foreign ones.
    int at = 0;
    int length = text.length();
    while (at < length) {
      if (!isPart(text, at)) {
        if (endsSentence(text.charAt(at))) {
          if (balance < 0) {
            return false;
          }
          balance = 0;
        }
        at++;
        continue;
      }
      int start = at;
      while (at < length && (isPart(text, at) || joins(text, at))) {
        at++;
      }
      String word = text.substring(start, at).replace('\u2019', '\'').toLowerCase(Locale.ROOT);
      words++;
      if (isClear(word)) {
        clear++;
        balance++;
      } else if (SHARED.contains(word)) {
        shared++;
        balance++;
      } else if (FOREIGN.contains(word)) {
        foreign++;
        balance--;
      }
    }
    if (balance < 0) {
      return false;
    }
    if (clear > 0 || shared > 0) {
      return clear > 0 ? foreign <= clear + shared : foreign == 0;
    }
    return words < LEAST_WORDS && foreign == 0;
  }

  private static boolean endsSentence(char character) {
    return switch (character) {
      case '.', '!', '?', ';', '\n' -> true;
      default -> false;
    };
  }

  private static boolean isClear(String word) {
    if (CLEAR.contains(word)) {
      return true;
    }
    int apostrophe = word.indexOf('\'');
    return apostrophe > 0
        && switch (word.substring(apostrophe)) {
          case "'re", "'ve", "'ll" -> true;
          case "'s" -> CLEAR.contains(word.substring(0, apostrophe));
          default -> word.endsWith("n't");
        };
  }

  private static boolean isPart(String text, int at) {
    char character = text.charAt(at);
    return character < 0x80
        ? (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
        : Character.isLetter(character)
            || Character.getType(character) == Character.NON_SPACING_MARK;
  }

  private static boolean joins(String text, int at) {
    char character = text.charAt(at);
    return (character == '\'' || character == '\u2019')
        && at + 1 < text.length()
        && isPart(text, at + 1);
  }

  private static Set<String> words(String words) {
    Set<String> set = new HashSet<>();
    for (String word : words.strip().split("\\s+", -1)) {
      set.add(word);
    }
    return set;
  }
}
