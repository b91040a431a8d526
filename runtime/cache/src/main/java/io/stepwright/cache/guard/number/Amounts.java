package io.stepwright.cache.guard.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The numbers, amounts and dates of a text.
 *
 * @param stated amounts that must occur equally often in the other text
 * @param casual amounts that may be left out: "an hour", "one"
 * @param rhythms frequencies: weekly, a month
 * @param hasArticle true if "a" may stand for one
 */
public record Amounts(
    List<String> stated, List<String> casual, Set<String> rhythms, boolean hasArticle) {

  /** Tells whether both texts have the same amounts. */
  public boolean agreesWith(Amounts other) {
    return covers(other)
        && other.covers(this)
        && (rhythms.isEmpty() || other.rhythms.isEmpty() || rhythms.equals(other.rhythms));
  }

  /**
   * Tells whether every amount that the other text states is stated here or meant by a casual word.
   */
  private boolean covers(Amounts other) {
    List<String> here = new ArrayList<>(stated);
    List<String> hints = new ArrayList<>(casual);
    for (String amount : other.stated) {
      if (!here.remove(amount) && !hints.remove(amount) && !(amount.equals("1") && hasArticle)) {
        return false;
      }
    }
    return true;
  }
}
