package io.stepwright.processor.schedule;

import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which steps have surely ended before a step can start, whatever turns out to be absent.
 *
 * <p>A step starts after every step whose value it cannot do without, and after what those start
 * after. An input that may be absent holds it back less: it settles as soon as one cause of its
 * absence has ended, so only what must have ended for every one of its causes counts.
 */
final class HardOrder {

  private final Map<String, Set<String>> causes;
  private final Set<String> ruledOut;
  private final Map<String, Set<String>> before = new LinkedHashMap<>();
  private final Set<String> beforeResult = new HashSet<>();

  /**
   * The order that holds if some causes of absence turn out not to be.
   *
   * @param ruledOut steps that are not absent
   */
  HardOrder(Graph graph, Set<String> ruledOut) {
    this.causes = graph.causesOfAbsence();
    this.ruledOut = ruledOut;
    for (Node node : graph.nodes()) {
      Set<String> surely = new HashSet<>();
      for (String required : node.required()) {
        surely.addAll(upTo(required));
      }
      for (String optional : node.settled()) {
        surely.addAll(untilSettled(optional));
      }
      before.put(node.name(), surely);
    }
    for (String awaited : graph.awaited()) {
      beforeResult.addAll(untilSettled(awaited));
    }
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
    Set<String> ended = new HashSet<>(before.getOrDefault(step, Set.of()));
    ended.add(step);
    return ended;
  }

  private Set<String> untilSettled(String step) {
    Set<String> ended = upTo(step);
    for (String cause : causes.getOrDefault(step, Set.of())) {
      if (!ruledOut.contains(cause)) {
        ended.retainAll(upTo(cause));
      }
    }
    return ended;
  }
}
