package io.stepwright.processor;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The agents that wait for the next round, by their names: for types, or for members of types. */
final class WaitingAgents {

  private final Map<String, Set<String>> missingTypes = new TreeMap<>();
  private final Set<String> waitedForMembers = new HashSet<>();

  /** The agents that wait, which do so no longer. */
  Set<String> take() {
    Set<String> agents = new TreeSet<>(missingTypes.keySet());
    missingTypes.clear();
    return agents;
  }

  /** Lets an agent wait for types. */
  void waitForTypes(String agent, Set<String> missing) {
    missingTypes.put(agent, Set.copyOf(missing));
  }

  /** Lets an agent wait for members of types; false if it has waited for some before. */
  boolean waitForMembers(String agent) {
    boolean first = waitedForMembers.add(agent);
    if (first) {
      missingTypes.put(agent, Set.of());
    }
    return first;
  }

  /**
   * The agents that wait for nothing but classes which are written for agents that wait, too: they
   * would wait for ever, and do so no longer.
   *
   * @param wiredNames the qualified names of the classes that are written for some agents
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

  /** Forgets everything: an IDE may use one processor for several builds. */
  void clear() {
    missingTypes.clear();
    waitedForMembers.clear();
  }
}
