package io.stepwright.processor.random;

import io.stepwright.processor.random.RandomAgent.Branch;
import io.stepwright.processor.random.RandomAgent.Condition;
import io.stepwright.processor.random.RandomAgent.Entry;
import io.stepwright.processor.random.RandomAgent.Parameter;
import io.stepwright.processor.random.RandomAgent.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Interprets a run of an agent by its annotations, without a thread: after the end of each step it
 * checks for every step again whether it can start now, or never will.
 */
final class ReferenceRun {

  private final RandomAgent agent;
  private final Entry entry;
  private final List<Step> steps;
  private final Outcomes outcomes;
  private final Map<String, Object> inputs;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Set<String> absent = new LinkedHashSet<>();
  private final Set<String> skipped = new TreeSet<>();
  private final Map<String, Execution> running = new LinkedHashMap<>();
  private final Map<String, String> started = new LinkedHashMap<>();
  private final Set<String> chosen = new LinkedHashSet<>();
  private final Map<String, FanOut> fanOuts = new LinkedHashMap<>();

  private int mostRunning;

  private record Execution(Step step, Branch branch, int item, String given) {}

  /** A step whose list is known. */
  private static final class FanOut {
    final List<@Nullable Object> results = new ArrayList<>();
    final Set<Integer> begun = new LinkedHashSet<>();
    int inFlight;
  }

  ReferenceRun(RandomAgent agent, Entry entry, Outcomes outcomes) {
    this.agent = agent;
    this.entry = entry;
    this.steps = agent.stepsOf(entry);
    this.outcomes = outcomes;
    this.inputs = outcomes.inputs(agent);
    settle();
  }

  /** Returns the running methods, by name with the index of the item. */
  Set<String> running() {
    return new TreeSet<>(running.keySet());
  }

  /** Returns the methods that have started so far, with their arguments. */
  Map<String, String> started() {
    return started;
  }

  /** The most steps that have run at once so far. */
  int mostRunning() {
    return mostRunning;
  }

  /** Names of the steps that will not run. */
  Set<String> skipped() {
    return skipped;
  }

  /** The methods whose conditions held. */
  Set<String> chosen() {
    return chosen;
  }

  /** Ends a running method. */
  void end(String label) {
    Execution execution = running.remove(label);
    if (execution == null) {
      throw new IllegalArgumentException(label + " is not running");
    }
    Step step = execution.step();
    Object value =
        outcomes.of(execution.branch(), step.type(), execution.given(), execution.item());
    if (execution.item() >= 0) {
      FanOut fanOut = fanOuts.get(step.name());
      fanOut.results.set(execution.item(), value);
      fanOut.inFlight--;
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresentOrElse(
          there -> values.put(step.name(), there), () -> absent.add(step.name()));
    } else {
      values.put(step.name(), value);
    }
    settle();
  }

  /** Ends everything. */
  ReferenceRun complete() {
    while (!running.isEmpty()) {
      end(running.keySet().iterator().next());
    }
    return this;
  }

  /** Tells whether all parts of the result are known. */
  boolean isDone() {
    return entry.components().stream().allMatch(component -> isSettled(component.source()));
  }

  /** Tells whether the result is absent already, regardless of its other parts. */
  boolean isAbsent() {
    return entry.optionalResult()
        && entry.components().stream()
            .anyMatch(each -> !each.optional() && absent.contains(each.source()));
  }

  /** The result; empty if it is absent. */
  Optional<List<Object>> result() {
    List<Object> result = new ArrayList<>();
    for (Parameter component : entry.components()) {
      if (!component.optional() && absent.contains(component.source())) {
        return Optional.empty();
      }
      result.add(given(component));
    }
    return Optional.of(result);
  }

  private void settle() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Step step : steps) {
        changed |= !isSettled(step.name()) && advance(step);
      }
    }
  }

  /** Tells whether anything has changed. */
  private boolean advance(Step step) {
    if (fanOuts.containsKey(step.name())) {
      return advanceItems(step);
    }
    if (running.values().stream().anyMatch(execution -> execution.step().equals(step))) {
      return false;
    }
    Choice choice = choose(step);
    if (choice.branch() != null) {
      chosen.add(choice.branch().method());
    }
    // A single method needs its parameters, regardless of its conditions. Of several methods,
    // nothing is known before one is chosen.
    Branch certain = step.isChoice() ? choice.branch() : step.branches().get(0);
    if (choice.never() || (certain != null && lacks(certain))) {
      absent.add(step.name());
      skipped.add(step.name());
      return true;
    }
    if (choice.branch() == null || !isReady(choice.branch())) {
      return false;
    }
    if (step.type().isFanOut()) {
      open(step, choice.branch());
    } else {
      start(step, choice.branch(), -1);
    }
    return true;
  }

  private boolean lacks(Branch branch) {
    return branch.parameters().stream()
        .anyMatch(each -> needs(each) && absent.contains(each.source()));
  }

  /** The chosen method, or null if it is not known yet or never will be. */
  private record Choice(@Nullable Branch branch, boolean never) {}

  private Choice choose(Step step) {
    if (!step.isChoice()) {
      Branch branch = step.branches().get(0);
      boolean allHold = true;
      for (Condition condition : branch.conditions()) {
        if (!condition.negated()
            && branch.goesThrough(condition.root())
            && fanOuts.containsKey(condition.root())) {
          continue; // The items exist, so the root is present.
        }
        Optional<Boolean> holds = holds(condition);
        if (holds.equals(Optional.of(false))) {
          return new Choice(null, true);
        }
        allHold &= holds.isPresent();
      }
      return new Choice(allHold ? branch : null, false);
    }
    Branch otherwise = null;
    for (Branch branch : step.branches()) {
      for (Condition condition : branch.conditions()) {
        if (!isSettled(condition.root())) {
          return new Choice(null, false);
        }
      }
      if (branch.conditions().isEmpty()) {
        otherwise = branch;
      } else if (branch.conditions().stream()
          .allMatch(condition -> holds(condition).orElse(false))) {
        return new Choice(branch, false);
      }
    }
    return new Choice(otherwise, otherwise == null);
  }

  /** Tells whether a condition holds; empty if that is not known yet. */
  private Optional<Boolean> holds(Condition condition) {
    String root = condition.root();
    if (!isSettled(root)) {
      return Optional.empty();
    }
    boolean isThere = !absent.contains(root);
    if (!condition.constants().isEmpty()) {
      return Optional.of(
          isThere && condition.constants().contains(value(root)) != condition.negated());
    }
    if (agent.type(root) == ValueType.FLAG) {
      return Optional.of(isThere && value(root).equals(!condition.negated()));
    }
    return Optional.of(isThere != condition.negated());
  }

  private boolean isReady(Branch branch) {
    return branch.parameters().stream().allMatch(this::isThere)
        && branch.after().stream().allMatch(this::isSettled);
  }

  /**
   * Tells whether a parameter is available. For one that goes through a list, the size must be
   * known.
   */
  private boolean isThere(Parameter parameter) {
    return isItemwise(parameter)
        ? fanOuts.containsKey(parameter.source())
        : isSettled(parameter.source());
  }

  private boolean isItemwise(Parameter parameter) {
    return parameter.atOnce() > 0 && agent.type(parameter.source()).isFanOut();
  }

  /** Tells whether a step is absent if the source of its parameter is. */
  private static boolean needs(Parameter parameter) {
    return !parameter.optional() || parameter.atOnce() > 0;
  }

  private void open(Step step, Branch branch) {
    Parameter list =
        branch.parameters().stream().filter(each -> each.atOnce() > 0).findFirst().orElseThrow();
    int size =
        isItemwise(list)
            ? fanOuts.get(list.source()).results.size()
            : ((List<?>) value(list.source())).size();
    FanOut fanOut = new FanOut();
    for (int i = 0; i < size; i++) {
      fanOut.results.add(null);
    }
    fanOuts.put(step.name(), fanOut);
  }

  private boolean advanceItems(Step step) {
    FanOut fanOut = fanOuts.get(step.name());
    if (!fanOut.results.contains(null)) {
      values.put(step.name(), List.copyOf(fanOut.results));
      return true;
    }
    Branch branch = step.branches().get(0);
    int atOnce = branch.parameters().stream().mapToInt(Parameter::atOnce).max().orElseThrow();
    for (int i = 0; i < fanOut.results.size(); i++) {
      int item = i;
      boolean isThere =
          branch.parameters().stream()
              .filter(this::isItemwise)
              .allMatch(each -> fanOuts.get(each.source()).results.get(item) != null);
      if (fanOut.inFlight < atOnce && isThere && fanOut.begun.add(i)) {
        fanOut.inFlight++;
        start(step, branch, i);
        return true;
      }
    }
    return false;
  }

  private void start(Step step, Branch branch, int item) {
    List<Object> given = new ArrayList<>();
    for (Parameter parameter : branch.parameters()) {
      if (parameter.atOnce() == 0) {
        given.add(given(parameter));
      } else if (isItemwise(parameter)) {
        given.add(fanOuts.get(parameter.source()).results.get(item));
      } else {
        given.add(((List<?>) value(parameter.source())).get(item));
      }
    }
    String label = item < 0 ? branch.method() : branch.method() + "[" + item + "]";
    String text = Given.text(agent, branch, given);
    running.put(label, new Execution(step, branch, item, text));
    started.put(label, text);
    mostRunning = Math.max(mostRunning, running.size());
  }

  private Object given(Parameter parameter) {
    if (!parameter.optional()) {
      return value(parameter.source());
    }
    return absent.contains(parameter.source())
        ? Optional.empty()
        : Optional.of(value(parameter.source()));
  }

  private Object value(String source) {
    Object value = inputs.containsKey(source) ? inputs.get(source) : values.get(source);
    if (value == null) {
      throw new IllegalStateException(source + " has no value");
    }
    return value;
  }

  private boolean isSettled(String source) {
    return inputs.containsKey(source) || values.containsKey(source) || absent.contains(source);
  }
}
