package io.stepwright.processor.model;

import io.stepwright.processor.model.Formula.Atom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides formulas by case analysis, one variable after another (Shannon's expansion). Conditions
 * that people write by hand give few cases.
 */
public final class Cases {

  // Limit of the cases that are examined, which bounds the time of a build.
  private static final int MOST = 200_000;

  private int left = MOST;

  private Cases() {}

  /**
   * Returns whether a formula holds in all cases; false also if there are too many cases to decide.
   */
  public static boolean always(Formula formula) {
    return counterexample(formula).isEmpty();
  }

  /**
   * Returns values of variables for which a formula does not hold; empty if the formula always
   * holds. If there are too many cases to decide, the map is empty.
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
