package io.stepwright.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A statement about variables that each have one of a few values. Immutable. */
public sealed interface Formula {

  /** Always. */
  Formula TRUE = new All(List.of());

  /** Never. */
  Formula FALSE = new Any(List.of());

  /**
   * A variable has one of some values.
   *
   * @param variable its name
   * @param domain the values that it can have
   * @param values those of them for which this holds
   */
  record Atom(String variable, List<String> domain, Set<String> values) implements Formula {}

  /** Not. */
  record Not(Formula formula) implements Formula {}

  /** All of them hold; so it does if there are none. */
  record All(List<Formula> formulas) implements Formula {}

  /** One of them holds, at least; so it does not if there are none. */
  record Any(List<Formula> formulas) implements Formula {}

  /** The opposite. */
  static Formula not(Formula formula) {
    return formula instanceof Not not ? not.formula() : new Not(formula);
  }

  /** All of them, simplified. */
  static Formula all(List<Formula> formulas) {
    // Flat, so that a long row of steps is no deep formula.
    List<Formula> left =
        formulas.stream()
            .flatMap(each -> each instanceof All all ? all.formulas().stream() : Stream.of(each))
            .distinct()
            .toList();
    if (left.contains(FALSE)) {
      return FALSE;
    }
    return left.size() == 1 ? left.get(0) : new All(left);
  }

  /** One of them, simplified. */
  static Formula any(List<Formula> formulas) {
    List<Formula> left =
        formulas.stream()
            .flatMap(each -> each instanceof Any any ? any.formulas().stream() : Stream.of(each))
            .distinct()
            .toList();
    if (left.contains(TRUE)) {
      return TRUE;
    }
    return left.size() == 1 ? left.get(0) : new Any(left);
  }

  /** This formula if a variable has a value. */
  default Formula where(String variable, String value) {
    if (this instanceof Atom atom) {
      return !atom.variable().equals(variable)
          ? this
          : atom.values().contains(value) ? TRUE : FALSE;
    }
    if (this instanceof Not not) {
      Formula inner = not.formula().where(variable, value);
      return inner.equals(TRUE) ? FALSE : inner.equals(FALSE) ? TRUE : not(inner);
    }
    if (this instanceof All all) {
      return all(all.formulas().stream().map(each -> each.where(variable, value)).toList());
    }
    return any(((Any) this).formulas().stream().map(each -> each.where(variable, value)).toList());
  }

  /** Some atom of it, or nothing if it is true or false already. */
  default Optional<Atom> someAtom() {
    if (this instanceof Atom atom) {
      return Optional.of(atom);
    }
    if (this instanceof Not not) {
      return not.formula().someAtom();
    }
    List<Formula> parts = this instanceof All all ? all.formulas() : ((Any) this).formulas();
    return parts.stream().flatMap(part -> part.someAtom().stream()).findFirst();
  }
}
