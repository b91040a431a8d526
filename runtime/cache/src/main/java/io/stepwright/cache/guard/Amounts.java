package io.stepwright.cache.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a text says of numbers, amounts and dates.
 *
 * @param stated what has to be in the other text as well, as often
 * @param casual what may be left out: "an hour", "one"
 * @param rhythms how often something happens: weekly, a month
 * @param hasArticle whether "a" may stand for one
 */
record Amounts(List<String> stated, List<String> casual, Set<String> rhythms, boolean hasArticle) {

  /** Whether both texts say the same. */
  boolean agreesWith(Amounts other) {
    return covers(other)
        && other.covers(this)
        && (rhythms.isEmpty() || other.rhythms.isEmpty() || rhythms.equals(other.rhythms));
  }

  /** Whether everything that the other text states is stated here, or meant by a casual word. */
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
