package io.stepwright.processor;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The names of agents that are deferred to the next round because types, or members of types, are
 * missing.
 */
final class WaitingAgents {

  private final Map<String, Set<String>> missingTypes = new TreeMap<>();
  private final Set<String> waitedForMembers = new HashSet<>();

  /** Removes and returns the waiting agents. */
  Set<String> take() {
    Set<String> agents = new TreeSet<>(missingTypes.keySet());
    missingTypes.clear();
    return agents;
  }

  /** Defers an agent until types exist. */
  void waitForTypes(String agent, Set<String> missing) {
    missingTypes.put(agent, Set.copyOf(missing));
  }

  /**
   * Defers an agent until types have more members; returns false if it was deferred for members
   * before.
   */
  boolean waitForMembers(String agent) {
    boolean first = waitedForMembers.add(agent);
    if (first) {
      missingTypes.put(agent, Set.of());
    }
    return first;
  }

  /**
   * Removes and returns the agents that wait only for classes that are generated for other waiting
   * agents. Without this they would wait for ever.
   *
   * @param wiredNames returns the qualified names of the classes that are generated for agents
   */
  Set<String> takeCircle(UnaryOperator<Set<String>> wiredNames) {
    Set<String> circle = new TreeSet<>(missingTypes.keySet());
    boolean smaller = true;
    while (smaller) {
      Set<String> written = wiredNames.apply(circle);
      smaller = circle.removeIf(agent -> !waitsForAllOf(agent, written));
    }
    circle.forEach(missingTypes::remove);
    return circle;
  }

  private boolean waitsForAllOf(String agent, Set<String> written) {
    Set<String> missing = missingTypes.getOrDefault(agent, Set.of());
    return !missing.isEmpty()
        && missing.stream()
            .allMatch(
                name ->
                    written.stream()
                        .anyMatch(each -> each.equals(name) || each.endsWith("." + name)));
  }

  /** Clears all state, because an IDE may use one processor for several builds. */
  void clear() {
    missingTypes.clear();
    waitedForMembers.clear();
  }
}
