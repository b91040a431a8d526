package io.stepwright.cache.guard;

import io.stepwright.cache.guard.Word.Shape;
import java.util.Set;

/** Tells which words of a text are names: of a person, a place, a product, an identifier. */
final class Names {

  /** Words with capital letters that are not names. */
  private static final Set<String> NO_NAMES =
      Lists.set("asap fyi btw pls plz thx tia ps nb faq urgent help sir madam mr mrs ms dr ok");

  /** The maximum number of quoted words that count as names rather than a sentence. */
  private static final int QUOTED = 4;

  /** The share of capitalised words, in tenths, from which capital letters carry no meaning. */
  private static final int MOSTLY = 7;

  private final Words words;
  private final boolean capitalsTell;
  private final boolean quotesTell;

  Names(Words words) {
    this.words = words;
    int capitals = 0;
    int acronyms = 0;
    int quoted = 0;
    int letters = 0;
    int little = 0;
    for (Word word : words.list()) {
      if (word.shape() == Shape.SIGN || word.hasDigit()) {
        continue;
      }
      letters++;
      capitals += word.shape() == Shape.CAPITAL || word.shape() == Shape.ACRONYM ? 1 : 0;
      acronyms += word.shape() == Shape.ACRONYM ? 1 : 0;
      quoted += word.quoted() ? 1 : 0;
      little += isLittle(word) ? 1 : 0;
    }
    boolean shouting = acronyms > 1 && acronyms * 10 >= letters * MOSTLY;
    // In a headline function words are capitalised too.
    boolean headline = little > 0 && capitals * 10 >= letters * MOSTLY;
    capitalsTell = !shouting && !headline;
    quotesTell = quoted <= QUOTED && quoted < letters;
  }

  private static boolean isLittle(Word word) {
    return word.shape() == Shape.CAPITAL
        && !word.startsSentence()
        && !word.is("i")
        && FunctionWords.contains(word.text());
  }

  /** Tells whether the word at an index is a name. */
  boolean isName(int at) {
    Word word = words.at(at);
    String text = word.text();
    if (word.shape() == Shape.SIGN
        || CalendarWords.mayBe(text)
        || (word.startsWithDigit() && Units.of(Numeral.of(text).ending()) != null)
        || NO_NAMES.contains(text)) {
      return false;
    }
    if (word.startsWithDigit()) {
      return isCode(text);
    }
    if (word.hasDigit() || word.shape() == Shape.MIXED) {
      return true;
    }
    if (word.quoted() && quotesTell && !FunctionWords.contains(text)) {
      return true;
    }
    return capitalsTell && isCapitalised(word);
  }

  /** Tells whether digits and letters are neither an amount nor an ordinal. */
  private static boolean isCode(String text) {
    Numeral numeral = Numeral.of(text);
    return numeral.ending().isEmpty()
        ? text.chars().anyMatch(Character::isLetter)
        : !numeral.isOrdinal()
            && numeral.ending().length() > 1
            && !numeral.ending().equals("am")
            && !numeral.ending().equals("in")
            && !numeral.ending().equals("bn");
  }

  private static boolean isCapitalised(Word word) {
    return switch (word.shape()) {
      case ACRONYM -> !FunctionWords.contains(word.text()) || word.is("us") || word.is("it");
      case CAPITAL ->
          !word.startsSentence()
              && (word.text().length() == 1 ? !word.is("i") : !FunctionWords.contains(word.text()));
      default -> false;
    };
  }
}
