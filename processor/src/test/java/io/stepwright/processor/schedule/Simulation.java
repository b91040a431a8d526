package io.stepwright.processor.schedule;

import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.schedule.Schedule.Act;
import io.stepwright.processor.schedule.Schedule.Fork;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * One run of a graph on a simulated clock. The duration of each step, and the absence of steps, are
 * random. Times are whole numbers, so that they can be compared exactly.
 */
final class Simulation {

  private final Graph graph;
  private final Map<String, Long> durations = new HashMap<>();
  private final Set<String> deciding = new HashSet<>();
  private final Set<String> holding = new HashSet<>();

  private Simulation(Graph graph) {
    this.graph = graph;
  }

  static Simulation random(Graph graph, Random random) {
    Simulation simulation = new Simulation(graph);
    for (Node node : graph.nodes()) {
      simulation.durations.put(node.name(), 1L + random.nextInt(1_000));
      if (node.step().value().optional() && random.nextBoolean()) {
        simulation.deciding.add(node.name());
      }
      if (random.nextBoolean()) {
        simulation.holding.add(node.name());
      }
    }
    if (random.nextBoolean()) {
      simulation.holding.add("input");
    }
    return simulation;
  }

  /** Returns the start of each step that runs, if it starts as soon as its inputs allow. */
  Map<String, Long> ideal() {
    return idealRun().starts;
  }

  /** Returns the earliest time at which the entry point can return. */
  long idealEnd() {
    return idealRun().end(0);
  }

  /** Returns the start of each step that runs, if the caller thread follows the schedule. */
  Map<String, Long> scheduled(Schedule schedule) {
    Clock clock = new Clock();
    follow(schedule, clock);
    return clock.starts;
  }

  /**
   * Returns the time at which the entry point returns, if the caller thread follows the schedule.
   */
  long scheduledEnd(Schedule schedule) {
    Clock clock = new Clock();
    return clock.end(follow(schedule, clock));
  }

  private Clock idealRun() {
    Clock clock = new Clock();
    for (Node node : graph.nodes()) {
      clock.settle(node, 0);
    }
    return clock;
  }

  /** Returns the time at which the caller thread has finished. */
  private static long follow(Schedule schedule, Clock clock) {
    long now = 0;
    for (Act act : schedule.acts()) {
      clock.settle(act.node(), now);
      if (!(act instanceof Fork)) {
        now = Math.max(now, clock.settled.getOrDefault(act.node().name(), now));
      }
    }
    return now;
  }

  /** Settles steps in the order in which they are declared. */
  private final class Clock {

    private final Map<String, Long> starts = new TreeMap<>();
    private final Map<String, Long> settled = new HashMap<>();
    private final Set<String> absent = new HashSet<>();

    /** Returns the time when all awaited steps have settled, at least the given time. */
    long end(long earliest) {
      long end = earliest;
      for (String awaited : graph.awaited()) {
        end = Math.max(end, settled.get(awaited));
      }
      return end;
    }

    /** Settles a step that is declared at the given time, after the steps that it needs. */
    void settle(Node node, long declared) {
      long decided = declared;
      Branch chosen = node.branches().get(0);
      if (node.isChoice()) {
        // Both methods test the same root, so one of them is chosen unless the root is absent.
        Condition condition = chosen.conditions().get(0);
        decided = Math.max(declared, known(condition));
        if (absent.contains(condition.path().root().name())) {
          absent(node, decided);
          return;
        }
        chosen = holds(condition) ? chosen : node.branches().get(1);
      }
      long ready = decided;
      long firstAbsence = Long.MAX_VALUE;
      for (String needed : chosen.required()) {
        ready = Math.max(ready, settled.get(needed));
        if (absent.contains(needed)) {
          firstAbsence = Math.min(firstAbsence, settled.get(needed));
        }
      }
      for (String needed : chosen.settled()) {
        ready = Math.max(ready, settled.get(needed));
      }
      for (Condition condition : chosen.conditions()) {
        ready = Math.max(ready, known(condition));
        if (!holds(condition)) {
          firstAbsence = Math.min(firstAbsence, known(condition));
        }
      }
      if (firstAbsence < Long.MAX_VALUE) {
        absent(node, Math.max(decided, firstAbsence));
        return;
      }
      starts.put(node.name(), ready);
      settled.put(node.name(), ready + durations.get(node.name()));
      if (deciding.contains(node.name())) {
        absent.add(node.name());
      }
    }

    private void absent(Node node, long when) {
      absent.add(node.name());
      settled.put(node.name(), when);
    }

    private long known(Condition condition) {
      return settled.getOrDefault(condition.path().root().name(), 0L);
    }

    /** Tells whether a condition holds; for an absent value none does. */
    private boolean holds(Condition condition) {
      String root = condition.path().root().name();
      return !absent.contains(root) && holding.contains(root) != condition.negated();
    }
  }
}
