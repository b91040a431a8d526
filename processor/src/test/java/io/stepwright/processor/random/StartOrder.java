package io.stepwright.processor.random;

import io.stepwright.processor.random.RandomAgent.Branch;
import io.stepwright.processor.random.RandomAgent.Condition;
import io.stepwright.processor.random.RandomAgent.Parameter;
import io.stepwright.processor.random.RandomAgent.Step;
import io.stepwright.processor.random.Recorder.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that the events of a run are in an order that the agent allows. */
final class StartOrder {

  private final RandomAgent agent;
  private final List<Event> events;
  private final Map<String, Step> steps = new HashMap<>();
  private final Map<String, Branch> branches = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private StartOrder(RandomAgent agent, List<Event> events) {
    this.agent = agent;
    this.events = events;
    for (Step step : agent.steps()) {
      for (Branch branch : step.branches()) {
        steps.put(branch.method(), step);
        branches.put(branch.method(), branch);
      }
    }
  }

  /** Returns the violations. */
  static List<String> problems(RandomAgent agent, List<Event> events) {
    StartOrder order = new StartOrder(agent, events);
    order.check();
    return order.problems;
  }

  private void check() {
    Set<String> ended = new HashSet<>();
    Map<String, Integer> inFlight = new HashMap<>();
    for (Event event : events) {
      Branch branch = branches.get(method(event.label()));
      if (!event.start()) {
        ended.add(event.label());
        inFlight.merge(branch.method(), -1, Integer::sum);
        continue;
      }
      for (String earlier : mustHaveEnded(event.label(), branch)) {
        if (!ended.contains(earlier)) {
          problems.add(event.label() + " started before " + earlier + " had ended");
        }
      }
      int most = branch.parameters().stream().mapToInt(Parameter::atOnce).max().orElse(0);
      if (inFlight.merge(branch.method(), 1, Integer::sum) > (most == 0 ? 1 : most)) {
        problems.add("more than " + most + " of " + branch.method() + " ran at once");
      }
    }
  }

  /** Returns the runs that must have ended before, among those that have run at all. */
  private Set<String> mustHaveEnded(String label, Branch branch) {
    Set<String> earlier = new LinkedHashSet<>();
    for (Parameter parameter : branch.parameters()) {
      boolean itemwise = parameter.atOnce() > 0 && agent.type(parameter.source()).isFanOut();
      earlier.addAll(
          runsOf(parameter.source(), itemwise ? label.substring(label.indexOf('[')) : ""));
    }
    for (Condition condition : branch.conditions()) {
      if (!branch.goesThrough(condition.root())) {
        earlier.addAll(runsOf(condition.root(), ""));
      }
    }
    branch.after().forEach(step -> earlier.addAll(runsOf(step, "")));
    return earlier;
  }

  private Set<String> runsOf(String source, String index) {
    Set<String> runs = new LinkedHashSet<>();
    for (Event event : events) {
      if (event.label().endsWith(index) && steps.get(method(event.label())).name().equals(source)) {
        runs.add(event.label());
      }
    }
    return runs;
  }

  private static String method(String label) {
    int bracket = label.indexOf('[');
    return bracket < 0 ? label : label.substring(0, bracket);
  }
}
