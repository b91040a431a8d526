package io.stepwright.cache;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes everything from a text that is insignificant according to the documentation. It removes
 * slightly more, since it ignores the position of punctuation: two texts that differ here must
 * differ for the cache.
 */
final class WrittenDown {

  private static final Map<String, String> VARIANTS =
      Map.of(
          "[\u2018\u2019\u201B\u02BC\u2032]", "'",
          "[\u201C\u201D\u201E\u201F]", "\"",
          "[\u2010-\u2015\u2212]", "-",
          "\uFB00", "ff",
          "\uFB01", "fi",
          "\uFB02", "fl",
          "\uFB03", "ffi",
          "\uFB04", "ffl");

  private static final Pattern FULL_WIDTH = Pattern.compile("[\uFF01-\uFF5E]");
  private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\r\\p{Zs}\\p{Zl}\\p{Zp}]+");
  private static final String MARKS = "[\\p{P}&&[^#%&*@/\\\\_\\[\\]{}()]]";
  private static final Pattern OUTER =
      Pattern.compile(
          "^(?:[\u00BF\u00A1\u2026\u2022\u00B7\"'\u00AB\u300C\u300E. -])+|(?:" + MARKS + "| )+$");

  /** A capital letter, followed only by small letters, caseless letters and apostrophes. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<=^|[ \"'(\\[{\u00AB\u00BF\u00A1\u201A\u2039])\\p{Lu}(?=(?:[\\p{Ll}\\p{Lo}\\p{Mn}']*)(?:[\"')\\]}\u00BB\u203A.,;:!?\u2026]*)(?: |$))");

  private WrittenDown() {}

  static String without(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
    plain =
        FULL_WIDTH
            .matcher(plain)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(Character.toString(found.group().charAt(0) - 0xFEE0)));
    for (Map.Entry<String, String> variant : VARIANTS.entrySet()) {
      plain = plain.replaceAll(variant.getKey(), Matcher.quoteReplacement(variant.getValue()));
    }
    plain = SPACE.matcher(plain).replaceAll(" ").strip();
    String outer = OUTER.matcher(OUTER.matcher(plain).replaceAll("")).replaceAll("");
    plain = outer.isEmpty() ? plain : outer;
    plain = WORD.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(small(found.group())));
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /** Lower-cases a capital letter only if it is the capital of exactly one small letter. */
  private static String small(String capital) {
    int small = Character.toLowerCase(capital.codePointAt(0));
    return Character.toUpperCase(small) == capital.codePointAt(0)
        ? Character.toString(small)
        : capital;
  }
}
