package io.stepwright.processor.schedule;

import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Arm;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Presence;
import io.stepwright.processor.model.Presence.Cause;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which steps have surely ended before a step can start, whatever turns out to be absent.
 *
 * <p>A step starts after every step whose value it cannot do without, and after what those start
 * after. An input that may be absent holds it back less: it settles as soon as one cause of its
 * absence has ended, so only what must have ended for every one of its causes counts.
 */
final class HardOrder {

  private final Presence presence;
  private final Set<Cause> ruledOut;
  private final Map<String, Set<String>> before = new LinkedHashMap<>();
  private final Map<String, Set<String>> with = new LinkedHashMap<>();
  private final Set<String> beforeResult = new HashSet<>();

  /**
   * The order that holds if some causes of absence turn out not to be.
   *
   * @param ruledOut reasons that do not apply
   */
  HardOrder(Graph graph, Presence presence, Set<Cause> ruledOut) {
    this.presence = presence;
    this.ruledOut = ruledOut;
    for (Node node : graph.nodes()) {
      // Which of its methods runs is not known, so only what all of them wait for counts.
      Set<String> surely = null;
      Set<String> ended = null;
      for (Arm arm : node.arms()) {
        Set<String> ofArm = before(arm);
        Set<String> endedOfArm = new HashSet<>(ofArm);
        arm.itemwise().forEach(source -> endedOfArm.addAll(upTo(source)));
        surely = both(surely, ofArm);
        ended = both(ended, endedOfArm);
      }
      before.put(node.name(), surely == null ? Set.of() : surely);
      with.put(node.name(), ended == null ? Set.of() : ended);
    }
    for (String awaited : graph.awaited()) {
      beforeResult.addAll(untilSettled(awaited));
    }
  }

  private Set<String> before(Arm arm) {
    Set<String> surely = new HashSet<>();
    for (String required : arm.required()) {
      // The first item is there before the last one is.
      surely.addAll(
          arm.itemwise().contains(required)
              ? before.getOrDefault(required, Set.of())
              : upTo(required));
    }
    for (String optional : arm.settled()) {
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

  /** Whether the later step cannot start before the earlier one has ended. */
  boolean holds(String earlier, String later) {
    return before.getOrDefault(later, Set.of()).contains(earlier);
  }

  /** Whether the entry point cannot return before the step has ended. */
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
        // What an input decides is known before anything has ended.
        ended.retainAll(cause.decider().isEmpty() ? Set.of() : upTo(cause.decider()));
      }
    }
    return ended;
  }
}
