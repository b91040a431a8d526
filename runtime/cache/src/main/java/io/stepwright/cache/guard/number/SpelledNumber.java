package io.stepwright.cache.guard.number;

import io.stepwright.cache.guard.word.Words;
import org.jspecify.annotations.Nullable;

/**
 * A number that is written in words.
 *
 * @param number its value in digits
 * @param ordinal true for an ordinal: first, twenty-second
 * @param length the number of its words
 * @param first its first word
 */
public record SpelledNumber(String number, boolean ordinal, int length, String first) {

  public boolean isPlainOne() {
    return number.equals("1") && length == 1 && !ordinal;
  }

  /** Returns the number that starts with the word at an index, or null. */
  public static @Nullable SpelledNumber at(Words words, int start) {
    String first = words.text(start);
    if (first.equals("single")) {
      return new SpelledNumber("1", false, 1, first);
    }
    if (!starts(words, start)) {
      return null;
    }
    long total = 0;
    long current = 0;
    int last = Integer.MAX_VALUE;
    int at = start;
    while (true) {
      String word = words.text(at);
      Integer cardinal = NumberWords.cardinal(word);
      Integer ordinal = ordinal(words, at);
      Long scale = NumberWords.scale(word);
      if (ordinal != null && fits(ordinal, last)) {
        return done(
            total + (ordinal >= 100 ? Math.max(current, 1) * ordinal : current + ordinal),
            true,
            at + 1 - start,
            first);
      } else if (cardinal != null && fits(cardinal, last)) {
        current += cardinal;
        last = cardinal;
      } else if (scale != null) {
        current = Math.max(current, 1) * scale;
        if (scale > 100) {
          total += current;
          current = 0;
        }
        last = 100;
      } else if (isInnerAnd(words, at, last)) {
        at++;
        continue;
      } else {
        return done(total + current, false, at - start, first);
      }
      at++;
    }
  }

  private static SpelledNumber done(long value, boolean ordinal, int length, String first) {
    return new SpelledNumber(Long.toString(value), ordinal, length, first);
  }

  private static boolean starts(Words words, int at) {
    String word = words.text(at);
    return NumberWords.cardinal(word) != null
        || NumberWords.scale(word) != null
        || ordinal(words, at) != null;
  }

  /**
   * Tells whether a number word may follow: one to nine after twenty, anything below hundred after
   * hundred, nothing after seven.
   */
  private static boolean fits(int number, int last) {
    return last == Integer.MAX_VALUE
        || (last >= 100 && number < 100)
        || (last >= 20 && last < 100 && number > 0 && number < 10);
  }

  /** Matches the "and" of "two hundred and five". */
  private static boolean isInnerAnd(Words words, int at, int last) {
    return last == 100
        && words.text(at).equals("and")
        && NumberWords.cardinal(words.text(at + 1)) != null;
  }

  /** Returns the value of an ordinal, or null. "Second" may be a unit instead. */
  private static @Nullable Integer ordinal(Words words, int at) {
    if (words.text(at).equals("second")) {
      switch (words.text(at - 1)) {
        case "a", "per", "each", "every", "one" -> {
          return null;
        }
        default -> {}
      }
    }
    return NumberWords.ordinal(words.text(at));
  }
}
