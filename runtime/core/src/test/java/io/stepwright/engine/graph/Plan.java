package io.stepwright.engine.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * A random graph as plain data, with its result by a direct evaluation: it has no nodes, no states,
 * and no order but that of the list. A later step may wait for earlier ones.
 */
final class Plan {

  /** Kinds of steps. */
  enum Kind {
    STEP,
    /** A step that may decide its own absence. */
    OPTIONAL,
    FAN_OUT,
    CHOICE
  }

  /**
   * A condition on another step.
   *
   * @param absent holds if the root is absent; otherwise the value of the root must be even
   */
  record When(int root, boolean absent) {}

  /**
   * A step.
   *
   * @param required steps whose values it needs
   * @param settled steps that must have ended
   * @param source of a fan-out, the fan-out whose items it goes over; else -1
   * @param size of a fan-out without a source
   * @param fails items of a fan-out whose number by this has no remainder fail, if it is above zero
   * @param decides whether an optional step has a value
   * @param branches what the branches of a choice require; the value of the first required step
   *     chooses
   */
  record Step(
      Kind kind,
      List<Integer> required,
      List<Integer> settled,
      List<When> when,
      int source,
      int size,
      int atOnce,
      int fails,
      boolean decides,
      List<List<Integer>> branches,
      boolean sideEffect) {}

  final List<Step> steps = new ArrayList<>();

  static Plan random(Random random) {
    Plan plan = new Plan();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      plan.steps.add(step(plan, i, random));
    }
    return plan;
  }

  private static Step step(Plan plan, int index, Random random) {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    List<Integer> required = some(index, random, 3);
    List<List<Integer>> branches = new ArrayList<>();
    if (kind == Kind.CHOICE && required.isEmpty()) {
      kind = index % 2 == 0 ? Kind.STEP : Kind.OPTIONAL;
    } else if (kind == Kind.CHOICE) {
      branches.add(some(index, random, 2));
      branches.add(some(index, random, 2));
    }
    int source = -1;
    for (int i = 0; i < index && kind == Kind.FAN_OUT && random.nextBoolean(); i++) {
      source = plan.steps.get(i).kind == Kind.FAN_OUT ? i : source;
    }
    List<When> when = new ArrayList<>();
    for (int root : some(index, random, 2)) {
      when.add(new When(root, random.nextInt(3) == 0));
    }
    return new Step(
        kind,
        required,
        some(index, random, 2),
        random.nextInt(3) == 0 ? when : List.of(),
        source,
        random.nextInt(5),
        1 + random.nextInt(3),
        random.nextInt(4),
        random.nextBoolean(),
        branches,
        random.nextInt(4) == 0);
  }

  private static List<Integer> some(int index, Random random, int most) {
    List<Integer> some = new ArrayList<>();
    for (int n = random.nextInt(most + 1); n > 0 && index > 0; n--) {
      int other = random.nextInt(index);
      if (!some.contains(other)) {
        some.add(other);
      }
    }
    return some;
  }

  /** The value of each step that has one, by its index. */
  Map<Integer, Object> values() {
    Map<Integer, Object> values = new TreeMap<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (values.keySet().containsAll(step.required)
          && (step.source < 0 || values.containsKey(step.source))
          && step.when.stream().allMatch(when -> holds(when, values))) {
        Object value = value(i, step, values);
        if (value != null) {
          values.put(i, value);
        }
      }
    }
    return values;
  }

  private static boolean holds(When when, Map<Integer, Object> values) {
    Object root = values.get(when.root);
    return when.absent ? root == null : root != null && isEven(root);
  }

  static boolean isEven(Object value) {
    return value.hashCode() % 2 == 0;
  }

  private static Object value(int index, Step step, Map<Integer, Object> values) {
    return switch (step.kind) {
      case STEP -> body(index, step.required, values);
      case OPTIONAL -> step.decides ? body(index, step.required, values) : null;
      case CHOICE -> {
        int branch = isEven(values.get(step.required.get(0))) ? 0 : 1;
        List<Integer> needed = step.branches.get(branch);
        yield values.keySet().containsAll(needed) ? body(index, needed, values) : null;
      }
      case FAN_OUT -> {
        List<Object> list = new ArrayList<>();
        int size = step.source < 0 ? step.size : ((List<?>) values.get(step.source)).size();
        for (int item = 0; item < size; item++) {
          Object from = step.source < 0 ? item : ((List<?>) values.get(step.source)).get(item);
          list.add(fails(step, item) ? Optional.empty() : Optional.of(item(index, item, from)));
        }
        yield list;
      }
    };
  }

  /** Returns the result of a step's body, given the values that it needs. */
  static Object body(int index, List<Integer> required, Map<Integer, Object> values) {
    int sum = index;
    for (int needed : required) {
      sum = 31 * sum + values.get(needed).hashCode();
    }
    return sum;
  }

  static boolean fails(Step step, int item) {
    return step.fails > 0 && item % step.fails == 0;
  }

  static Object item(int index, int item, Object from) {
    return 31 * (31 * index + item) + from.hashCode();
  }
}
