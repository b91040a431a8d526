package io.stepwright.cache.guard.word;

import java.util.Locale;
import java.util.Set;

/** Tells whether two written forms that an embedder reads as one word are the same word. */
public final class WrittenForm {

  /** Units whose lower-case letter means bits and whose capital letter means bytes. */
  private static final Set<String> SIZES = Lists.set("kb mb gb tb pb");

  /** Words with another meaning in capital letters: us and US, who and WHO. */
  private static final Set<String> ACRONYMS =
      Lists.set(
          """
          us it who aids pin pins ram led nice act ace arc bat care cat dos fat gas ice ira lad lamp
          may mime nap net or me hi oh pat pet post put patch rest sad sars scar seal sim soap star
          stem swift tip vat basic case cobra dare epic mass pass
          """);

  /** Units and signs with another meaning in another case: Mm and mm, Co and CO. */
  private static final Set<String> CASED =
      Lists.set("mm mg ms mw mv ma mj mn ml mf mol mhz mpa kb mb gb tb pb pf ph ps pa co cs gs ns");

  private static final int LONGEST_UNIT = 3;

  private WrittenForm() {}

  /** Tells whether two pieces with the same {@link Pieces#read} form are the same word. */
  public static boolean same(String piece, String other) {
    String lower = piece.toLowerCase(Locale.ROOT);
    String against = other.toLowerCase(Locale.ROOT);
    if (!Stem.of(lower).equals(Stem.of(against))) {
      return false; // Their marks differ.
    }
    if (piece.equals(other) || !lower.equals(against)) {
      return true;
    }
    char first = piece.charAt(0);
    if (first == '-' || first == '/') {
      return false;
    }
    if (Word.isDigit(first)) {
      return sameAmount(piece, other, lower);
    }
    if (piece.length() == 1) {
      return lower.equals("a") || lower.equals("i"); // Words; others are names: x, X.
    }
    if (CASED.contains(lower)) {
      return false;
    }
    if (ACRONYMS.contains(lower) && isUpper(piece) != isUpper(other)) {
      return false;
    }
    boolean plain = isPlain(piece);
    boolean otherPlain = isPlain(other);
    if (lower.chars().anyMatch(Character::isDigit)) {
      return plain && otherPlain;
    }
    if (piece.length() <= LONGEST_UNIT && isCased(piece) && isCased(other)) {
      return plain && otherPlain && !SIZES.contains(lower);
    }
    return plain || otherPlain;
  }

  /**
   * Tells whether two amounts are the same: 10GB and 10gb are, 10GB and 10Gb or 5M and 5m are not.
   */
  private static boolean sameAmount(String piece, String other, String lower) {
    String upper = lower.toUpperCase(Locale.ROOT);
    boolean lowerAndUpper =
        (piece.equals(lower) && other.equals(upper))
            || (piece.equals(upper) && other.equals(lower));
    // 7 metres are not 7 million.
    boolean metres = lower.endsWith("m") && !Character.isLetter(lower.charAt(lower.length() - 2));
    return lowerAndUpper && !metres;
  }

  /** Tells whether a piece is in lower case, capitalised, or in upper case. */
  private static boolean isPlain(String piece) {
    int rest = piece.offsetByCodePoints(0, 1);
    String end = piece.substring(rest);
    return end.equals(end.toLowerCase(Locale.ROOT)) || piece.equals(piece.toUpperCase(Locale.ROOT));
  }

  private static boolean isUpper(String piece) {
    return piece.equals(piece.toUpperCase(Locale.ROOT));
  }

  private static boolean isCased(String piece) {
    return !piece.equals(piece.toLowerCase(Locale.ROOT));
  }
}
