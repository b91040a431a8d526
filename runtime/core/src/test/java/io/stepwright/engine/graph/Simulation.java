package io.stepwright.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan on the real graph without threads: the actions that threads could take at any moment
 * are performed one by one in random order.
 */
final class Simulation {

  private static final AgentInfo AGENT = new AgentInfo("Planned", "test.Planned");
  private static final Awaiter NOBODY_WAITS =
      target -> {
        throw new AssertionError("A step waits.");
      };

  private final Plan plan;
  private final Random random;
  private final StepGraph graph;
  private final List<Node<?>> nodes = new ArrayList<>();
  private final List<Effects> open = new ArrayList<>();
  private final List<Work> running = new ArrayList<>();
  private final Map<Node<?>, Integer> inFlight = new LinkedHashMap<>();
  private final Set<String> begun = new HashSet<>();
  private final List<String> told = new ArrayList<>();
  private int added;

  Simulation(Plan plan, Random random, boolean ownThreads) {
    this.plan = plan;
    this.random = random;
    this.graph = new StepGraph(ownThreads);
    for (int i = 0; i < plan.steps.size(); i++) {
      nodes.add(node(i, plan.steps.get(i)));
    }
  }

  // ---------------------------------------------------------------- nodes

  private static StepInfo info(int index, Plan.Step step) {
    StepInfo info = StepInfo.code(AGENT, "s" + index);
    info = step.sideEffect() ? info.withSideEffect() : info;
    return step.kind() == Plan.Kind.FAN_OUT ? info.leavingEmpty() : info;
  }

  private Node<?> node(int index, Plan.Step step) {
    StepInfo info = info(index, step);
    StepKey key = new StepKey(info.name(), 0, false);
    Inputs inputs = inputs(step, step.required());
    return switch (step.kind()) {
      case STEP, OPTIONAL -> {
        ForkedStep<Object> forked = forked(info, key, step.kind() == Plan.Kind.OPTIONAL);
        inputs.giveTo(forked, forked);
        yield forked;
      }
      case FAN_OUT -> fanOut(step, info, key, inputs);
      case CHOICE -> {
        Choice<Object> choice = new Choice<>(NOBODY_WAITS, info, key);
        Decision decision = new Decision(choice, made -> branch(step, info, key, made));
        choice.decidedBy(decision);
        inputs.giveTo(decision, choice);
        yield choice;
      }
    };
  }

  private static ForkedStep<Object> forked(StepInfo info, StepKey key, boolean optional) {
    return new ForkedStep<>(NOBODY_WAITS, info, key, context -> "", optional);
  }

  private Inputs inputs(Plan.Step step, List<Integer> required) {
    Inputs inputs = Inputs.NONE.andRequired(of(required)).andSettled(of(step.settled()));
    for (Plan.When when : step.when()) {
      Node<?> root = nodes.get(when.root());
      inputs = inputs.andWhen(root, when.absent() ? null : Plan::isEven, "no");
    }
    return inputs;
  }

  private Node<?> branch(Plan.Step step, StepInfo info, StepKey key, Decision decision) {
    Object chooses = nodes.get(step.required().get(0)).get();
    ForkedStep<Object> branch = forked(info, key, false);
    Inputs.NONE
        .andRequired(of(step.branches().get(Plan.isEven(chooses) ? 0 : 1)))
        .giveTo(branch, branch);
    decision.fork(branch);
    return branch;
  }

  private Node<?> fanOut(Plan.Step step, StepInfo info, StepKey key, Inputs inputs) {
    FanOut<?>[] sources =
        step.source() < 0
            ? new FanOut<?>[0]
            : new FanOut<?>[] {(FanOut<?>) nodes.get(step.source())};
    Items items =
        new Items(
            () -> step.source() < 0 ? step.size() : sources[0].size(), (context, item) -> "", true);
    FanOut<Object> fanOut =
        new FanOut<>(NOBODY_WAITS, info.atOnce(step.atOnce()), key, items, sources);
    ItemListNode opening = new ItemListNode(fanOut);
    inputs.andRequired(FanOut.listNodes(sources)).giveTo(opening, fanOut);
    fanOut.listedBy(opening);
    return fanOut;
  }

  private Node<?>[] of(List<Integer> indices) {
    return indices.stream().map(nodes::get).toArray(Node<?>[]::new);
  }

  // ---------------------------------------------------------------- what may happen

  /** Performs random actions until none is possible. */
  void run() {
    while (step()) {
      checkAtOnce();
    }
    assertThat(added).isEqualTo(nodes.size());
  }

  /** Performs at most the given number of actions. */
  void run(int most) {
    for (int i = 0; i < most && step(); i++) {
      checkAtOnce();
    }
  }

  private boolean step() {
    List<Runnable> possible = new ArrayList<>();
    if (added < nodes.size()) {
      possible.add(() -> open.add(graph.add(nodes.get(added++))));
    }
    for (Effects effects : open) {
      possible.add(() -> perform(effects));
    }
    for (Work work : running) {
      possible.add(() -> end(work));
    }
    for (Node<?> node : graph.nodes()) {
      if (node instanceof Claimable<?> claimable && claimable.hasWork()) {
        possible.add(() -> begin(claimable.claim()));
      }
    }
    if (possible.isEmpty()) {
      return false;
    }
    possible.get(random.nextInt(possible.size())).run();
    return true;
  }

  private void perform(Effects effects) {
    InlineNode part = effects.nextToEvaluate();
    if (part == null) {
      open.remove(effects);
      effects.notices().forEach(notice -> told.add(notice.kind() + " " + notice.key().name()));
      graph.open(effects);
    } else if (part.isWanted()) {
      graph.settle(part, part.evaluate(), effects);
    }
  }

  /**
   * Claims work as a waiting caller does, which may take only work that must end before its wait
   * can.
   */
  void claimFor(int target) {
    Work work = graph.claimFor(new Targets(new Node<?>[] {nodes.get(target)}, Node.NONE));
    if (work != null) {
      assertThat(ancestors(nodes.get(target))).contains(work.node());
      begin(work);
    }
  }

  private static Set<Node<?>> ancestors(Node<?> node) {
    Set<Node<?>> all = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Node<?>> next = new ArrayList<>(List.of(node));
    while (!next.isEmpty()) {
      Node<?> one = next.remove(next.size() - 1);
      if (all.add(one)) {
        next.addAll(List.of(one.required));
        next.addAll(List.of(one.settled));
      }
    }
    return all;
  }

  private void begin(@Nullable Work work) {
    assertThat(work).isNotNull();
    Node<?> node = work.node();
    String name = node.info().name() + "[" + work.item() + "]";
    assertThat(begun.add(name)).as("%s begins once", name).isTrue();
    assertThat(told).as("listeners know %s", name).contains("READY " + node.info().name());
    for (Node<?> input : node.required) {
      assertThat(input.hasValue()).as("input of %s", name).isTrue();
    }
    if (!(node instanceof FanOut<?>)) {
      assertThat(node.settled).as("inputs of %s", name).allMatch(Node::isSettled);
    }
    work.begun();
    running.add(work);
    inFlight.merge(node, 1, Integer::sum);
  }

  private void checkAtOnce() {
    inFlight.forEach(
        (node, count) ->
            assertThat(count)
                .isLessThanOrEqualTo(node instanceof FanOut<?> ? plan(node).atOnce() : 1));
  }

  private Plan.Step plan(Node<?> node) {
    return plan.steps.get(index(node));
  }

  private static int index(Node<?> node) {
    return Integer.parseInt(node.info().name().substring(1));
  }

  private void end(Work work) {
    running.remove(work);
    inFlight.merge(work.node(), -1, Integer::sum);
    open.add(graph.settle(work, outcome(work)));
  }

  private Outcome outcome(Work work) {
    Plan.Step step = plan(work.node());
    int index = index(work.node());
    if (work.item() != StepKey.NO_ITEM) {
      if (Plan.fails(step, work.item())) {
        return new Ended(null, new StepFailedException("Planned", "s" + index, "planned", null));
      }
      Object from =
          step.source() < 0
              ? work.item()
              : ((FanOut<?>) nodes.get(step.source())).item(work.item());
      return new Ended(Plan.item(index, work.item(), from), null);
    }
    if (step.kind() == Plan.Kind.OPTIONAL && !step.decides()) {
      return new Ended(Optional.empty(), null);
    }
    List<Integer> required =
        step.kind() == Plan.Kind.CHOICE
            ? step.branches().get(Plan.isEven(nodes.get(step.required().get(0)).get()) ? 0 : 1)
            : step.required();
    Map<Integer, Object> values = new TreeMap<>();
    required.forEach(needed -> values.put(needed, nodes.get(needed).get()));
    return new Ended(Plan.body(index, required, values), null);
  }

  /** The outcome of a body. */
  record Ended(@Nullable Object value, @Nullable AgentException itemFailure) implements Outcome {}

  // ---------------------------------------------------------------- results

  /** Returns the value of each step that has one, and checks that all others are absent. */
  Map<Integer, Object> values() {
    Map<Integer, Object> values = new TreeMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      assertThat(nodes.get(i).isSettled())
          .as("s%d has settled: %s", i, nodes.get(i).state)
          .isTrue();
      if (nodes.get(i).hasValue()) {
        values.put(i, nodes.get(i).get());
      }
    }
    return values;
  }

  /** Returns the notices for listeners, in order. */
  List<String> told() {
    return told;
  }

  /** Marks the result as complete: drops the steps that are not needed. */
  StepGraph.Needed need() {
    return graph.need(Set.of());
  }

  Node<?> node(int index) {
    return nodes.get(index);
  }

  /** Adds all steps at once. */
  void addAll() {
    while (added < nodes.size()) {
      open.add(graph.add(nodes.get(added++)));
    }
  }

  /** Performs actions until none is possible, where some nodes may be dropped. */
  void finish() {
    while (step()) {
      checkAtOnce();
    }
  }
}
