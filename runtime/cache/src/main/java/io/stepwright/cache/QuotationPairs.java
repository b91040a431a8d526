package io.stepwright.cache;

import java.util.Arrays;

/**
 * Matching pairs of quotation marks with an opening and a closing form, found in one pass over a
 * text.
 */
final class QuotationPairs {

  private static final String OPENING = "\u00AB\u300C\u300E";
  private static final String CLOSING = "\u00BB\u300D\u300F";
  private static final int NONE = -1;

  /** The index of the closing mark for the opening mark at an index. */
  private final int[] closed;

  private QuotationPairs(int[] closed) {
    this.closed = closed;
  }

  /** Tells whether a part of a text begins and ends with two marks that may be a pair. */
  static boolean mayWrap(String text, int start, int end) {
    int kind = OPENING.indexOf(text.charAt(start));
    return kind >= 0 && text.charAt(end - 1) == CLOSING.charAt(kind);
  }

  static QuotationPairs of(String text) {
    int[] closed = new int[text.length()];
    Arrays.fill(closed, NONE);
    int[] open = new int[OPENING.length()];
    Arrays.fill(open, NONE);
    for (int at = 0; at < closed.length; at++) {
      char character = text.charAt(at);
      int opening = OPENING.indexOf(character);
      int closing = opening >= 0 ? NONE : CLOSING.indexOf(character);
      if (opening >= 0) {
        closed[at] = open[opening]; // Until it is closed: the enclosing open mark.
        open[opening] = at;
      } else if (closing >= 0 && open[closing] != NONE) {
        int start = open[closing];
        open[closing] = closed[start];
        closed[start] = at;
      }
    }
    return new QuotationPairs(closed);
  }

  /** Tells whether the mark at one index is closed by the one at another, later index. */
  boolean areAt(int opening, int closing) {
    return closed[opening] == closing;
  }
}
