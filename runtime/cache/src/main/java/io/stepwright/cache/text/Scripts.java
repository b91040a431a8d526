package io.stepwright.cache.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The scripts of a set of languages, and whether Latin letters are English only. Immutable. */
public final class Scripts {

  private static final String ENGLISH = "en";

  private final Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
  private boolean otherLatin;

  /**
   * Makes the scripts of some languages.
   *
   * @param languages BCP 47 tags; invalid tags and unknown scripts are ignored
   */
  public Scripts(Set<String> languages) {
    for (String tag : languages) {
      Locale locale = Locale.forLanguageTag(tag);
      Set<UnicodeScript> some = of(locale);
      scripts.addAll(some);
      otherLatin |= some.contains(UnicodeScript.LATIN) && !locale.getLanguage().equals(ENGLISH);
    }
  }

  /**
   * Tells whether a text is in these languages, as far as can be determined: all its letters are of
   * their scripts, and text in Latin letters is English if no other language uses them.
   */
  public boolean read(String text) {
    boolean latin = false;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      if (Character.isLetter(character)) {
        UnicodeScript script = UnicodeScript.of(character);
        latin |= script == UnicodeScript.LATIN;
        if (script != UnicodeScript.COMMON
            && script != UnicodeScript.INHERITED
            && !scripts.contains(script)) {
          return false;
        }
      }
    }
    return !latin || otherLatin || English.mayBe(text);
  }

  private static Set<UnicodeScript> of(Locale locale) {
    if (!locale.getScript().isEmpty()) {
      return named(locale.getScript());
    }
    return switch (locale.getLanguage()) {
      case "" -> Set.of();
      case "ar", "fa", "ur", "ps", "ug" -> Set.of(UnicodeScript.ARABIC);
      case "be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk" ->
          Set.of(UnicodeScript.CYRILLIC);
      case "am" -> Set.of(UnicodeScript.ETHIOPIC);
      case "as", "bn" -> Set.of(UnicodeScript.BENGALI);
      case "el" -> Set.of(UnicodeScript.GREEK);
      case "gu" -> Set.of(UnicodeScript.GUJARATI);
      case "he", "iw", "yi", "ji" -> Set.of(UnicodeScript.HEBREW);
      case "hi", "mr", "ne", "sa" -> Set.of(UnicodeScript.DEVANAGARI);
      case "hy" -> Set.of(UnicodeScript.ARMENIAN);
      case "ja" -> Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
      case "ka" -> Set.of(UnicodeScript.GEORGIAN);
      case "km" -> Set.of(UnicodeScript.KHMER);
      case "kn" -> Set.of(UnicodeScript.KANNADA);
      case "ko" -> Set.of(UnicodeScript.HANGUL, UnicodeScript.HAN);
      case "lo" -> Set.of(UnicodeScript.LAO);
      case "ml" -> Set.of(UnicodeScript.MALAYALAM);
      case "my" -> Set.of(UnicodeScript.MYANMAR);
      case "or" -> Set.of(UnicodeScript.ORIYA);
      case "pa" -> Set.of(UnicodeScript.GURMUKHI);
      case "si" -> Set.of(UnicodeScript.SINHALA);
      case "ta" -> Set.of(UnicodeScript.TAMIL);
      case "te" -> Set.of(UnicodeScript.TELUGU);
      case "th" -> Set.of(UnicodeScript.THAI);
      case "zh" -> Set.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO);
      default -> Set.of(UnicodeScript.LATIN);
    };
  }

  private static Set<UnicodeScript> named(String script) {
    return switch (script) {
      case "Hans", "Hant" -> Set.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO);
      case "Jpan" -> Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
      case "Kore" -> Set.of(UnicodeScript.HANGUL, UnicodeScript.HAN);
      default -> {
        try {
          yield Set.of(UnicodeScript.forName(script));
        } catch (IllegalArgumentException e) {
          yield Set.of();
        }
      }
    };
  }
}
