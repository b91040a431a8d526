package io.stepwright.processor.schedule;

import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Presence;
import io.stepwright.processor.model.Presence.Cause;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order that holds in every run, for any combination of absent steps: the steps that have ended
 * before a step can start.
 *
 * <p>A step starts after every step whose value it requires, and after the predecessors of those.
 * An input that may be absent, and for which the step only waits, can settle early: as soon as the
 * decider of one of its causes of absence has ended. So a step before such an input counts only if
 * it has ended in every case, which is the intersection of the steps before the input's own end and
 * of those up to the decider of each cause.
 */
final class HardOrder {

  private final Presence presence;
  private final Set<Cause> ruledOut;
  private final Map<String, Set<String>> before = new LinkedHashMap<>();
  private final Map<String, Set<String>> with = new LinkedHashMap<>();
  private final Set<String> beforeResult = new HashSet<>();

  /**
   * Computes the order under the assumption that some causes of absence do not apply.
   *
   * @param ruledOut the causes that do not apply
   */
  HardOrder(Graph graph, Presence presence, Set<Cause> ruledOut) {
    this.presence = presence;
    this.ruledOut = ruledOut;
    for (Node node : graph.nodes()) {
      // The branch that runs is not known, so only steps that all branches wait for count.
      Set<String> surely = null;
      Set<String> ended = null;
      for (Branch branch : node.branches()) {
        Set<String> ofBranch = before(branch);
        Set<String> endedOfBranch = new HashSet<>(ofBranch);
        branch.itemwise().forEach(source -> endedOfBranch.addAll(upTo(source)));
        surely = both(surely, ofBranch);
        ended = both(ended, endedOfBranch);
      }
      before.put(node.name(), surely == null ? Set.of() : surely);
      with.put(node.name(), ended == null ? Set.of() : ended);
    }
    for (String awaited : graph.awaited()) {
      beforeResult.addAll(untilSettled(awaited));
    }
  }

  private Set<String> before(Branch branch) {
    Set<String> surely = new HashSet<>();
    for (String required : branch.required()) {
      // The first item of a fan-out is available before the fan-out ends.
      surely.addAll(
          branch.itemwise().contains(required)
              ? before.getOrDefault(required, Set.of())
              : upTo(required));
    }
    for (String optional : branch.settled()) {
      surely.addAll(untilSettled(optional));
    }
    return surely;
  }

  private static Set<String> both(@Nullable Set<String> some, Set<String> others) {
    if (some == null) {
      return new HashSet<>(others);
    }
    some.retainAll(others);
    return some;
  }

  /** Returns whether the later step can start only after the earlier one has ended. */
  boolean holds(String earlier, String later) {
    return before.getOrDefault(later, Set.of()).contains(earlier);
  }

  /** Returns whether the entry point can return only after the step has ended. */
  boolean holdsForResult(String earlier) {
    return beforeResult.contains(earlier);
  }

  private Set<String> upTo(String step) {
    Set<String> ended = new HashSet<>(with.getOrDefault(step, Set.of()));
    ended.add(step);
    return ended;
  }

  private Set<String> untilSettled(String step) {
    Set<String> ended = upTo(step);
    for (Cause cause : presence.causes(step)) {
      if (!ruledOut.contains(cause)) {
        // The decision of an input is known before any step has ended.
        ended.retainAll(cause.decider().isEmpty() ? Set.of() : upTo(cause.decider()));
      }
    }
    return ended;
  }
}
