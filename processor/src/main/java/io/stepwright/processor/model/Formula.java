package io.stepwright.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A Boolean formula over variables with small finite domains. Immutable. */
public sealed interface Formula {

  /** Formula that always holds. */
  Formula TRUE = new All(List.of());

  /** Formula that never holds. */
  Formula FALSE = new Any(List.of());

  /**
   * Holds if a variable has one of some values.
   *
   * @param variable the name of the variable
   * @param domain the values that the variable can have
   * @param values the values of the domain for which this formula holds
   */
  record Atom(String variable, List<String> domain, Set<String> values) implements Formula {}

  /** Holds if a formula does not. */
  record Not(Formula formula) implements Formula {}

  /** Holds if all of its formulas hold; always if there are none. */
  record All(List<Formula> formulas) implements Formula {}

  /** Holds if at least one of its formulas holds; never if there are none. */
  record Any(List<Formula> formulas) implements Formula {}

  /** Returns the negation of a formula. */
  static Formula not(Formula formula) {
    return formula instanceof Not not ? not.formula() : new Not(formula);
  }

  /** Returns the simplified conjunction of formulas. */
  static Formula all(List<Formula> formulas) {
    // Nested conjunctions are flattened, so that a long chain of steps makes no deep formula.
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

  /** Returns the simplified disjunction of formulas. */
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

  /** Returns this formula after a value is substituted for a variable. */
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

  /** Returns the first atom of this formula; empty if the formula is constant. */
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
