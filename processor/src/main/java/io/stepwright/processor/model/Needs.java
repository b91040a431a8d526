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
 * The names of the steps that a step waits for, by why it does. Worked out once: large graphs ask
 * often.
 *
 * @param values those whose values its parameters cannot do without
 * @param required those whose values it cannot do without
 * @param settled the others that must have ended, with a value or absent
 * @param deciders those on which it depends whether it runs
 * @param itemwise those whose items it takes one by one, each as soon as it is there
 * @param all those that are required, then those that must have ended
 */
public record Needs(
    Set<String> values,
    Set<String> required,
    Set<String> settled,
    Set<String> deciders,
    Set<String> itemwise,
    Set<String> all) {

  /** What one method waits for. */
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

  /** What alternatives wait for: required is what all of them require. */
  static Needs ofAlternatives(List<Needs> arms) {
    Set<String> required = new LinkedHashSet<>(arms.get(0).required());
    arms.forEach(arm -> required.retainAll(arm.required()));
    return of(
        union(arms, Needs::values),
        required,
        union(arms, Needs::all),
        union(arms, Needs::deciders),
        union(arms, Needs::itemwise));
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
    // Some it is told to come after, or takes as a whole besides.
    after.forEach(itemwise::remove);
    bindings.stream()
        .filter(binding -> !binding.isItemwise())
        .forEach(binding -> itemwise.remove(binding.source().name()));
    return itemwise;
  }

  private static Set<String> union(
      List<Needs> arms, Function<Needs, ? extends Collection<String>> part) {
    Set<String> union = new LinkedHashSet<>();
    arms.forEach(arm -> union.addAll(part.apply(arm)));
    return union;
  }

  /** The steps among what is bound: those that take an absent value too, or those that do not. */
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
