package io.stepwright.processor.model;

import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.StepValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The names of the steps that a step waits for, by reason. The sets are computed once, because
 * large graphs read them often.
 *
 * @param values steps whose values its parameters require
 * @param required steps whose values its parameters or conditions require
 * @param settled other steps that must have settled, with a value or absent
 * @param deciders steps that decide whether it runs
 * @param itemwise steps whose items it takes one by one, each as soon as it is available
 * @param all the required steps, then the settled ones
 */
public record Needs(
    Set<String> values,
    Set<String> required,
    Set<String> settled,
    Set<String> deciders,
    Set<String> itemwise,
    Set<String> all) {

  /** Computes the needs of one branch. */
  static Needs of(
      List<Binding> bindings,
      List<Condition> conditions,
      List<List<Condition>> unless,
      List<String> after) {
    Set<String> values = stepsOf(bindings, false);
    Set<String> required = new LinkedHashSet<>(values);
    conditions.stream()
        .filter(Condition::needsValue)
        .forEach(condition -> required.add(condition.path().root().name()));
    Set<String> deciders = deciders(conditions, unless);
    Set<String> settled = stepsOf(bindings, true);
    settled.addAll(after);
    settled.addAll(deciders);
    return of(values, required, settled, deciders, itemwise(bindings, after));
  }

  /** Computes the needs of a choice, which requires the steps that all branches require. */
  static Needs ofAlternatives(List<Needs> branches) {
    Set<String> required = new LinkedHashSet<>(branches.get(0).required());
    branches.forEach(branch -> required.retainAll(branch.required()));
    return of(
        union(branches, Needs::values),
        required,
        union(branches, Needs::all),
        union(branches, Needs::deciders),
        union(branches, Needs::itemwise));
  }

  private static Needs of(
      Set<String> values,
      Set<String> required,
      Set<String> settled,
      Set<String> deciders,
      Set<String> itemwise) {
    settled.removeAll(required);
    Set<String> all = new LinkedHashSet<>(required);
    all.addAll(settled);
    return new Needs(
        Collections.unmodifiableSet(values),
        Collections.unmodifiableSet(required),
        Collections.unmodifiableSet(settled),
        Collections.unmodifiableSet(deciders),
        Collections.unmodifiableSet(itemwise),
        Collections.unmodifiableSet(all));
  }

  private static Set<String> deciders(List<Condition> conditions, List<List<Condition>> unless) {
    Set<String> deciders = new LinkedHashSet<>();
    List<Condition> all = new ArrayList<>(conditions);
    unless.forEach(all::addAll);
    all.stream()
        .filter(Condition::dependsOnStep)
        .forEach(condition -> deciders.add(condition.path().root().name()));
    return deciders;
  }

  private static Set<String> itemwise(List<Binding> bindings, List<String> after) {
    Set<String> itemwise = new LinkedHashSet<>();
    bindings.stream()
        .filter(Binding::isItemwise)
        .forEach(binding -> itemwise.add(binding.source().name()));
    // A step that is also named in {@code after}, or also bound as a whole, is waited for as a
    // whole.
    after.forEach(itemwise::remove);
    bindings.stream()
        .filter(binding -> !binding.isItemwise())
        .forEach(binding -> itemwise.remove(binding.source().name()));
    return itemwise;
  }

  private static Set<String> union(
      List<Needs> branches, Function<Needs, ? extends Collection<String>> part) {
    Set<String> union = new LinkedHashSet<>();
    branches.forEach(branch -> union.addAll(part.apply(branch)));
    return union;
  }

  /**
   * Returns the names of the steps in bindings: if {@code tolerant}, of those that accept absence,
   * otherwise of the others.
   */
  static Set<String> stepsOf(List<Binding> bindings, boolean tolerant) {
    Set<String> names = new LinkedHashSet<>();
    for (Binding binding : bindings) {
      if (binding.source() instanceof StepValue && binding.toleratesAbsence() == tolerant) {
        names.add(binding.source().name());
      }
    }
    return names;
  }
}
