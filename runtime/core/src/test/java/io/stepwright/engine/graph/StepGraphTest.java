package io.stepwright.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.engine.graph.Effects.Notice;
import io.stepwright.engine.graph.Node.State;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests every transition of a node by tables: the event, the state after it, and the effects. */
class StepGraphTest {

  private static final AgentInfo AGENT = new AgentInfo("Tables", "test.Tables");
  private static final Awaiter NOBODY_WAITS =
      target -> {
        throw new AssertionError();
      };

  private final StepGraph graph = new StepGraph(true);

  private static StepKey key(String name) {
    return new StepKey(name, 0, false);
  }

  private static ForkedStep<Object> step(StepInfo info) {
    return new ForkedStep<>(NOBODY_WAITS, info, key(info.name()), context -> "", true);
  }

  private static ForkedStep<Object> step(String name) {
    return step(StepInfo.code(AGENT, name));
  }

  /** Creates a step in a state, by the transitions that usually lead to it. */
  private ForkedStep<Object> in(State state, StepInfo info) {
    ForkedStep<Object> step = step(info);
    if (state == State.WAITING) {
      Inputs.NONE.andRequired(step(info.name() + "Input")).giveTo(step, step);
    }
    Effects effects = graph.add(step);
    graph.open(effects);
    if (state == State.WAITING || state == State.READY) {
      return step;
    }
    Work work = step.claim();
    assertThat(work).isNotNull();
    switch (state) {
      case VALUE -> graph.settle(work, outcome("value"));
      case ABSENT -> graph.settle(work, outcome("absent"));
      case STOPPED -> graph.settle(work, outcome("stopped"));
      default -> assertThat(state).isEqualTo(State.RUNNING);
    }
    assertThat(step.state).isEqualTo(state);
    return step;
  }

  private ForkedStep<Object> in(State state, String name) {
    return in(state, StepInfo.code(AGENT, name));
  }

  private static Outcome outcome(String how) {
    return switch (how) {
      case "value" -> new Simulation.Ended(2, null);
      case "absent" -> new Simulation.Ended(Optional.empty(), null);
      case "item failure" ->
          new Simulation.Ended(null, new StepFailedException("Tables", "x", "of a table", null));
      default -> new Simulation.Ended(null, null);
    };
  }

  private void perform(Effects effects) {
    for (InlineNode part = effects.nextToEvaluate();
        part != null;
        part = effects.nextToEvaluate()) {
      if (part.isWanted()) {
        graph.settle(part, part.evaluate(), effects);
      }
    }
  }

  private static String told(Effects effects) {
    List<String> told =
        effects.notices().stream()
            .map(
                notice -> notice.kind() + (notice.reason().isEmpty() ? "" : ": " + notice.reason()))
            .toList();
    return String.join(", ", told);
  }

  // ---------------------------------------------------------------- WAITING

  @ParameterizedTest
  @CsvSource({
    // required input, input that must have settled, condition; state of the step, notice
    "none,    none,    none,        READY,   READY",
    "VALUE,   none,    none,        READY,   READY",
    "ABSENT,  none,    none,        ABSENT,  SKIPPED: required is absent",
    "WAITING, none,    none,        WAITING, ''",
    "READY,   none,    none,        WAITING, ''",
    "RUNNING, none,    none,        WAITING, ''",
    "STOPPED, none,    none,        WAITING, ''",
    "none,    VALUE,   none,        READY,   READY",
    "none,    ABSENT,  none,        READY,   READY",
    "none,    RUNNING, none,        WAITING, ''",
    "none,    STOPPED, none,        WAITING, ''",
    "ABSENT,  RUNNING, none,        ABSENT,  SKIPPED: required is absent",
    "VALUE,   ABSENT,  none,        READY,   READY",
    "none,    none,    holds,       READY,   READY",
    "none,    none,    'not',       ABSENT,  SKIPPED: it is odd",
    "none,    none,    root absent, ABSENT,  SKIPPED: root is absent",
    "none,    none,    root waits,  WAITING, ''",
    "none,    none,    absence,     READY,   READY",
    "none,    none,    presence,    ABSENT,  SKIPPED: root is present",
    "RUNNING, none,    'not',       ABSENT,  SKIPPED: it is odd",
    "RUNNING, none,    holds,       WAITING, ''",
    "VALUE,   RUNNING, 'not',       ABSENT,  SKIPPED: it is odd",
    "ABSENT,  none,    'not',       ABSENT,  SKIPPED: required is absent"
  })
  void aStepThatIsAdded(
      String required, String settled, String condition, State state, String told) {
    ForkedStep<Object> step = step("step");
    Inputs inputs = Inputs.NONE;
    if (!required.equals("none")) {
      inputs = inputs.andRequired(in(State.valueOf(required), "required"));
    }
    if (!settled.equals("none")) {
      inputs = inputs.andSettled(in(State.valueOf(settled), "settled"));
    }
    inputs = with(condition, inputs);
    inputs.giveTo(step, step);

    Effects effects = graph.add(step);
    perform(effects);
    assertThat(step.state).as("before the listeners know").isNotEqualTo(State.READY);
    graph.open(effects);

    assertThat(step.state).isEqualTo(state);
    assertThat(told(effects)).isEqualTo(told);
    assertThat(graph.claim(effects)).isEqualTo(state == State.READY ? step : null);
  }

  private Inputs with(String condition, Inputs inputs) {
    return switch (condition) {
      case "holds" -> inputs.andWhen(in(State.VALUE, "root"), root -> true, "it is odd");
      case "not" -> inputs.andWhen(in(State.VALUE, "root"), root -> false, "it is odd");
      case "root absent" -> inputs.andWhen(in(State.ABSENT, "root"), root -> true, "it is odd");
      case "root waits" -> inputs.andWhen(in(State.RUNNING, "root"), root -> true, "it is odd");
      case "absence" -> inputs.andWhen(in(State.ABSENT, "root"), null, "root is present");
      case "presence" -> inputs.andWhen(in(State.VALUE, "root"), null, "root is present");
      default -> inputs;
    };
  }

  // ---------------------------------------------------------------- RUNNING

  @ParameterizedTest
  @CsvSource({
    // end of the body; state of the step, of one that requires it, of one that waits for its end
    "value,   VALUE,   READY,   READY",
    "absent,  ABSENT,  ABSENT,  READY",
    "stopped, STOPPED, WAITING, WAITING"
  })
  void aStepWhoseBodyEnds(String how, State state, State requiring, State following) {
    ForkedStep<Object> step = in(State.RUNNING, "step");
    ForkedStep<Object> requires = step("requires");
    Inputs.NONE.andRequired(step).giveTo(requires, requires);
    ForkedStep<Object> follows = step("follows");
    Inputs.NONE.andSettled(step).giveTo(follows, follows);
    graph.open(graph.add(requires));
    graph.open(graph.add(follows));
    new Targets(new Node<?>[] {step}, Node.NONE).markAwaited();

    Effects effects = graph.settle(step, outcome(how));
    graph.open(effects);

    assertThat(step.state).isEqualTo(state);
    assertThat(requires.state).isEqualTo(requiring);
    assertThat(follows.state).isEqualTo(following);
    assertThat(effects.isAwaited()).as("the caller is woken").isEqualTo(step.isSettled());
  }

  // ---------------------------------------------------------------- a caller that waits

  @ParameterizedTest
  @CsvSource({
    // which of two inputs may become absent, whether threads are the runtime's; what is claimed
    "none,   true,  first",
    "first,  true,  first",
    "second, true,  second",
    "both,   true,  none",
    "both,   false, first"
  })
  void aCallerThatWaitsTakesOnlyWhatMustEnd(String absentable, boolean own, String taken) {
    StepGraph waited = new StepGraph(own);
    ForkedStep<Object> first = input("first", absentable);
    ForkedStep<Object> second = input("second", absentable);
    ForkedStep<Object> target = step("target");
    Inputs.NONE.andRequired(first, second).giveTo(target, target);
    for (ForkedStep<?> step : List.of(first, second, target)) {
      waited.open(waited.add(step));
    }

    Work work = waited.claimFor(new Targets(new Node<?>[] {target}, Node.NONE));

    assertThat(work == null ? "none" : work.node().info().name()).isEqualTo(taken);
  }

  private static ForkedStep<Object> input(String name, String absentable) {
    boolean optional = absentable.equals(name) || absentable.equals("both");
    return new ForkedStep<>(
        NOBODY_WAITS, StepInfo.code(AGENT, name), key(name), context -> "", optional);
  }

  // ---------------------------------------------------------------- fan-outs

  @ParameterizedTest
  @CsvSource({
    // items, at once, ended items, their end; state, claimable items afterwards, notice
    "0, 2, 0, value,        VALUE, 0, ''",
    "3, 2, 0, value,        READY, 2, ''",
    "3, 2, 1, value,        READY, 2, ''",
    "3, 2, 2, value,        READY, 1, ''",
    "3, 2, 3, value,        VALUE, 0, FINISHED",
    "3, 9, 1, value,        READY, 2, ''",
    "2, 2, 2, item failure, VALUE, 0, FINISHED",
    "2, 2, 2, stopped,      READY, 0, ''"
  })
  void aFanOut(
      int items, int atOnce, int ended, String how, State state, int claimable, String told) {
    FanOut<Object> fanOut = fanOut(items, atOnce);
    Effects effects = graph.add(fanOut);
    perform(effects);
    assertThat(told(effects)).isEqualTo(items == 0 ? "READY, FINISHED" : "READY");
    graph.open(effects);
    Effects last = new Effects();
    for (int i = 0; i < ended; i++) {
      Work work = fanOut.claim();
      assertThat(work).isNotNull();
      assertThat(work.item()).as("in order").isEqualTo(i);
      last = graph.settle(work, outcome(how));
      graph.open(last);
    }

    assertThat(fanOut.state).isEqualTo(state);
    assertThat(told(last)).isEqualTo(told);
    int claimed = 0;
    while (fanOut.claim() != null) {
      claimed++;
    }
    assertThat(claimed).isEqualTo(claimable);
  }

  private static FanOut<Object> fanOut(int size, int atOnce) {
    StepInfo info = StepInfo.code(AGENT, "each").atOnce(atOnce).leavingEmpty();
    Items items = new Items(() -> size, (context, item) -> "", true);
    FanOut<Object> fanOut = new FanOut<>(NOBODY_WAITS, info, key("each"), items, new FanOut<?>[0]);
    ItemListNode opening = new ItemListNode(fanOut);
    Inputs.NONE.giveTo(opening, fanOut);
    fanOut.listedBy(opening);
    return fanOut;
  }

  // ---------------------------------------------------------------- choices

  @ParameterizedTest
  @CsvSource({
    // end of the alternative; states of the choice before and after
    "value,   WAITING, VALUE",
    "absent,  WAITING, ABSENT",
    "stopped, WAITING, WAITING"
  })
  void aChoice(String how, State before, State after) {
    Choice<Object> choice =
        new Choice<>(NOBODY_WAITS, StepInfo.code(AGENT, "choice"), key("choice"));
    ForkedStep<Object> branch = step("choice");
    Decision decision =
        new Decision(
            choice,
            made -> {
              made.fork(branch);
              return branch;
            });
    choice.decidedBy(decision);
    Inputs.NONE.giveTo(decision, choice);
    Effects effects = graph.add(choice);
    perform(effects);
    graph.open(effects);
    assertThat(graph.nodes()).as("the branch has joined").contains(branch);
    assertThat(effects.notices())
        .containsExactly(new Notice(key("choice"), Effects.Kind.READY, ""));
    assertThat(choice.state).isEqualTo(before);

    Work work = branch.claim();
    assertThat(work).isNotNull();
    graph.settle(work, outcome(how));

    assertThat(choice.state).isEqualTo(after);
  }

  // ---------------------------------------------------------------- parts that fail

  @ParameterizedTest
  @CsvSource({
    // state of the owner, whether it was reported; whether the failure is reported, its state
    "WAITING, false, true,  STOPPED",
    "WAITING, true,  false, WAITING",
    "ABSENT,  false, false, ABSENT",
    "STOPPED, false, false, STOPPED"
  })
  void aPartThatFails(State state, boolean reported, boolean told, State after) {
    ForkedStep<Object> owner = in(state, "owner");
    owner.reported = reported;
    StepCondition part = new StepCondition(owner, in(State.VALUE, "root"), root -> true, "no");

    assertThat(graph.stop(part)).isEqualTo(told);
    assertThat(owner.state).isEqualTo(after);
  }

  // ---------------------------------------------------------------- the result is there

  @ParameterizedTest
  @CsvSource({
    // state, kind of step; state once the result is complete, whether it was dropped
    "WAITING, plain,       STOPPED, true",
    "READY,   plain,       STOPPED, true",
    "RUNNING, plain,       RUNNING, true",
    "VALUE,   plain,       VALUE,   false",
    "ABSENT,  plain,       ABSENT,  false",
    "READY,   side effect, READY,   false",
    "RUNNING, side effect, RUNNING, false",
    "READY,   named,       READY,   false",
    "READY,   its input,   READY,   false"
  })
  void aStepWhenTheResultIsThere(State state, String what, State after, boolean dropped) {
    StepInfo info = StepInfo.code(AGENT, what.equals("named") ? "also" : "step");
    ForkedStep<Object> step = in(state, what.equals("side effect") ? info.withSideEffect() : info);
    if (what.equals("its input")) {
      ForkedStep<@Nullable Object> effect =
          new ForkedStep<>(
              NOBODY_WAITS,
              StepInfo.code(AGENT, "effect").withSideEffect(),
              null,
              context -> "",
              false);
      Inputs.NONE.andSettled(step).giveTo(effect, effect);
      graph.add(effect);
    }

    StepGraph.Needed needed = graph.need(Set.of("also"));

    assertThat(needed.decided()).isTrue();
    assertThat(step.state).isEqualTo(after);
    assertThat(step.isNotNeeded()).isEqualTo(dropped);
  }
}
