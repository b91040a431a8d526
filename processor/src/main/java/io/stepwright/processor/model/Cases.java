package io.stepwright.processor.model;

import io.stepwright.processor.model.Formula.Atom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides formulas by going through the cases, one variable after another (Shannon's expansion):
 * with conditions as people write them there are few.
 */
public final class Cases {

  // Beyond that nobody could follow the conditions, and a build should not wait for it.
  private static final int MOST = 200_000;

  private int left = MOST;

  private Cases() {}

  /** Whether a formula holds in all cases; false too if there are too many to tell. */
  public static boolean always(Formula formula) {
    return counterexample(formula).isEmpty();
  }

  /**
   * Values of variables for which a formula does not hold, or nothing if it always holds. If there
   * are too many cases to tell, no values.
   */
  public static Optional<Map<String, String>> counterexample(Formula formula) {
    Map<String, String> values = new LinkedHashMap<>();
    return new Cases().fails(formula, values) ? Optional.of(values) : Optional.empty();
  }

  private boolean fails(Formula formula, Map<String, String> values) {
    if (left-- <= 0) {
      values.clear();
      return true;
    }
    Optional<Atom> atom = formula.someAtom();
    if (atom.isEmpty()) {
      return !formula.equals(Formula.TRUE);
    }
    String variable = atom.get().variable();
    for (String value : atom.get().domain()) {
      values.put(variable, value);
      if (fails(formula.where(variable, value), values)) {
        return true;
      }
      values.remove(variable);
    }
    return false;
  }
}
