package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static io.stepwright.runtime.ToolDesk.CLOCK;
import static io.stepwright.runtime.ToolDesk.REFUND;
import static io.stepwright.runtime.ToolDesk.SOLVE;
import static io.stepwright.runtime.ToolDesk.calls;
import static io.stepwright.runtime.ToolDesk.clock;
import static io.stepwright.runtime.ToolDesk.orders;
import static io.stepwright.runtime.ToolDesk.refund;
import static io.stepwright.runtime.ToolDesk.script;
import static io.stepwright.runtime.ToolDesk.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.ToolEnd;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.Wiring;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tools on their threads: at once, one after another, stopped with their step and their run. */
@Timeout(60)
class ToolThreadsTest {

  private final ToolDesk desk = new ToolDesk();
  private final AtomicInteger inside = new AtomicInteger();

  /** Blocks until it is interrupted. */
  private String hang(CountDownLatch in) throws InterruptedException {
    inside.incrementAndGet();
    in.countDown();
    try {
      new CountDownLatch(1).await();
      return "never";
    } finally {
      inside.decrementAndGet();
    }
  }

  @Test
  void callsWithoutSideEffectsOverlapAndSideEffectsFollowThem() throws Exception {
    CyclicBarrier together = new CyclicBarrier(3);
    desk.clock =
        () -> {
          Await.barrier(together);
          return "noon";
        };
    desk.orders =
        (who, status) -> {
          Await.barrier(together);
          return "orders";
        };
    FakeClient client =
        script(
            calls(
                refund("a", 1),
                clock("b"),
                refund("c", 2),
                orders("d", ToolDesk.Status.OPEN),
                clock("e")),
            "x");
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    AtomicInteger paying = new AtomicInteger();
    desk.refund =
        (who, order, cents) -> {
          threads.add(Thread.currentThread());
          assertThat(paying.incrementAndGet()).isEqualTo(1);
          paying.decrementAndGet();
          return "paid";
        };
    try (AgentRuntime runtime = desk.runtime(client).build()) {
      assertThat(desk.run(runtime, SOLVE)).isEqualTo("x");
    }
    assertThat(desk.executed).endsWith("refund o1 1", "refund o1 2").hasSize(5);
    assertThat(threads).containsExactly(Thread.currentThread());
    assertThat(texts(client.requests.get(1)))
        .containsExactly("\"paid\"", "\"noon\"", "\"paid\"", "\"orders\"", "\"noon\"");
  }

  @Test
  void anyExecutorSuffices() {
    ExecutorService one = Executors.newSingleThreadExecutor();
    Executor none = task -> {};
    Executor inline = Runnable::run;
    Executor refusing =
        task -> {
          throw new RejectedExecutionException();
        };
    try {
      for (Executor executor : new Executor[] {one, none, inline, refusing}) {
        FakeClient client = script(calls(clock("a"), clock("b"), clock("c")), "x");
        try (AgentRuntime runtime = desk.runtime(client).executor(executor).build()) {
          assertThat(desk.run(runtime, SOLVE)).isEqualTo("x");
        }
        assertThat(desk.executed).hasSize(3);
        desk.executed.clear();
      }
    } finally {
      one.shutdown();
    }
  }

  @Test
  void aCancelReachesAllTools() throws Exception {
    CountDownLatch in = new CountDownLatch(3);
    desk.clock = () -> hang(in);
    FakeClient client = script(calls(clock("a"), clock("b"), clock("c"), refund("d", 1)));
    try (AgentRuntime runtime = desk.runtime(client).build()) {
      CompletableFuture<String> future =
          runtime
              .wiring(AGENT, SOLVE)
              .async(ENTRY, run -> run.result(run.call(SOLVE, step -> desk.solve(step, SOLVE))));
      Await.latch(in);
      future.cancel(true);
      Await.until("drained", () -> runtime.engine().openRuns().count() == 0);
      assertThat(inside).as("nothing outlives the run").hasValue(0);
    }
    assertThat(desk.executed).hasSize(3).containsOnly("clock");
    assertThat(client.requests).hasSize(1);
    assertThat(desk.events)
        .filteredOn(RunEvent.ToolEnded.class::isInstance)
        .hasSize(3)
        .extracting(event -> ((RunEvent.ToolEnded) event).end())
        .containsOnly(ToolEnd.CANCELLED);
  }

  @Test
  void theTimeLimitOfTheStepReachesAllTools() {
    CountDownLatch in = new CountDownLatch(2);
    desk.clock = () -> hang(in);
    ModelStep<String> limited = SOLVE.within(Duration.ofMillis(400));
    FakeClient client = script(calls(clock("a"), clock("b")));
    try (AgentRuntime runtime = desk.runtime(client).build()) {
      assertThatThrownBy(() -> desk.run(runtime, limited)).isInstanceOf(StepTimeoutException.class);
      assertThat(inside).hasValue(0);
    }
  }

  /** The tool on the thread of the step ignores its interrupt, so it cannot stop the other one. */
  @Test
  void theTimeLimitOfTheStepReachesToolsOnOtherThreadsDirectly() {
    Thread caller = Thread.currentThread();
    CountDownLatch helped = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicInteger notStopped = new AtomicInteger();
    desk.clock =
        () -> {
          if (Thread.currentThread() != caller) {
            try {
              return hang(helped);
            } finally {
              stopped.countDown();
            }
          }
          long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
          while (stopped.getCount() > 0) {
            try {
              if (!stopped.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                notStopped.set(helped.getCount() == 0 ? 1 : 0);
                break;
              }
            } catch (InterruptedException ignored) {
              // As a tool that does not listen.
            }
          }
          return "noon";
        };
    FakeClient client = script(calls(clock("a"), clock("b")));
    try (AgentRuntime runtime = desk.runtime(client).build()) {
      ModelStep<String> limited = SOLVE.within(Duration.ofSeconds(2));
      assertThatThrownBy(() -> desk.run(runtime, limited)).isInstanceOf(AgentException.class);
    }
    assertThat(notStopped).as("hung although its step was stopped").hasValue(0);
    assertThat(inside).hasValue(0);
  }

  @Test
  void theDeadlineOfTheRunReachesAllTools() {
    CountDownLatch in = new CountDownLatch(2);
    desk.clock = () -> hang(in);
    FakeClient client = script(calls(clock("a"), clock("b"), refund("c", 1)));
    EntryPointInfo brief = EntryPointInfo.of(AGENT, "e").within(Duration.ofMillis(400));
    try (AgentRuntime runtime = desk.runtime(client).build()) {
      assertThatThrownBy(() -> desk.run(runtime, SOLVE, brief))
          .isInstanceOf(RunTimeoutException.class);
      assertThat(inside).hasValue(0);
    }
    assertThat(desk.executed).doesNotContain("refund o1 1");
  }

  @Test
  void anInterruptOfTheCallerReachesAllTools() throws Exception {
    CountDownLatch in = new CountDownLatch(2);
    desk.clock = () -> hang(in);
    FakeClient client = script(calls(clock("a"), clock("b")));
    try (AgentRuntime runtime = desk.runtime(client).build()) {
      Throwable[] thrown = new Throwable[1];
      Thread caller = new Thread(() -> thrown[0] = catchThrowable(() -> desk.run(runtime, SOLVE)));
      caller.start();
      Await.latch(in);
      caller.interrupt();
      caller.join();
      assertThat(thrown[0]).isInstanceOf(RunCancelledException.class);
      assertThat(inside).hasValue(0);
    }
  }

  @Test
  void aFailingToolStopsTheOthers() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    desk.tools = StepTools.of(CLOCK.failing(), ToolDesk.ORDERS, REFUND);
    desk.orders = (who, status) -> hang(in);
    desk.clock =
        () -> {
          Await.latch(in);
          throw new IllegalStateException();
        };
    for (boolean first : new boolean[] {true, false}) {
      FakeClient client =
          first
              ? script(calls(clock("a"), orders("b", ToolDesk.Status.OPEN), refund("c", 1)))
              : script(calls(orders("b", ToolDesk.Status.OPEN), clock("a"), refund("c", 1)));
      try (AgentRuntime runtime = desk.runtime(client).build()) {
        StepFailedException thrown =
            catchThrowableOfType(StepFailedException.class, () -> desk.run(runtime, SOLVE));
        assertThat(thrown).hasMessageContaining("'clock'");
        assertThat(thrown.getSuppressed()).isEmpty();
        assertThat(inside).hasValue(0);
      }
    }
    assertThat(desk.executed).noneMatch(name -> name.startsWith("refund"));
    assertThat(Thread.interrupted()).as("no interrupt leaks").isFalse();
  }

  @Test
  void aStepThatIsNotNeededStopsItsTools() throws Exception {
    CountDownLatch in = new CountDownLatch(2);
    desk.clock = () -> hang(in);
    FakeClient client = script(calls(clock("a"), clock("b")));
    try (AgentRuntime runtime = desk.runtime(client).build();
        Run run = runtime.wiring(AGENT, SOLVE).start(ENTRY)) {
      Forked<String> unused = run.fork(SOLVE, step -> desk.solve(step, SOLVE));
      run.perform(Agents.A, step -> Await.latch(in));
      assertThat(run.result(1)).isEqualTo(1);
      assertThat(inside).hasValue(0);
    }
  }

  /** The tools must not end before their step is stopped, which would be a failure of the step. */
  @Test
  void theEndOfToolsThatAreNotNeededIsNoFailure() throws Exception {
    for (int i = 0; i < 200; i++) {
      CountDownLatch in = new CountDownLatch(3);
      desk.clock = () -> hang(in);
      FakeClient client = script(calls(clock("a"), clock("b"), clock("c")));
      try (AgentRuntime runtime = desk.runtime(client).build();
          Run run = runtime.wiring(AGENT, SOLVE).start(ENTRY)) {
        Forked<String> unused = run.fork(SOLVE, step -> desk.solve(step, SOLVE));
        run.perform(Agents.A, step -> Await.latch(in));
        assertThat(run.result(1)).isEqualTo(1);
      }
    }
    assertThat(inside).hasValue(0);
  }

  @Test
  void aStepWithASideEffectToolIsAwaitedLikeASideEffect() throws Exception {
    ModelStep<String> effect = SOLVE.withSideEffectOfTools();
    assertThat(effect.attempts()).isEqualTo(3);
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    desk.refund =
        (who, order, cents) -> {
          in.countDown();
          Await.latch(go);
          return "paid";
        };
    FakeClient client = script(calls(refund("a", 1)), "x");
    try (AgentRuntime runtime = desk.runtime(client).build();
        Run run = runtime.wiring(AGENT, effect).start(ENTRY)) {
      Forked<String> unused = run.fork(effect, step -> desk.solve(step, effect));
      run.perform(
          Agents.A,
          step -> {
            Await.latch(in);
            go.countDown();
          });
      run.result(1);
    }
    assertThat(client.requests).hasSize(2);
  }

  // ---------------------------------------------------------------- models and agents as tools

  @Test
  void aToolMayAskAModelOrRunAnotherAgentOnEachThread() throws Exception {
    ModelStep<String> expert = ModelStep.text(AGENT, "expert", "expert-model");
    CyclicBarrier together = new CyclicBarrier(2);
    AtomicInteger number = new AtomicInteger();
    FakeClient client =
        new FakeClient(
            request -> {
              if (request.model().equals("expert-model")) {
                try {
                  Await.barrier(together);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
                return FakeClient.reply("expert says " + request.step().step());
              }
              return number.incrementAndGet() == 1
                  ? calls(clock("a"), orders("b", ToolDesk.Status.OPEN))
                  : FakeClient.reply("x");
            });
    try (AgentRuntime runtime = desk.runtime(client).build()) {
      Wiring wiring = runtime.wiring(AGENT, SOLVE, expert);
      desk.clock = () -> wiring.direct(expert, step -> step.ask(expert, PromptText.of("?")));
      desk.orders =
          (who, status) -> {
            try (Run inner = wiring.start(EntryPointInfo.of(AGENT, "inner"))) {
              return inner.result(inner.call(expert, step -> step.ask(expert, PromptText.of("?"))));
            }
          };
      EntryPointInfo reported = ENTRY.reported();
      try (Run run = wiring.start(reported)) {
        String value = run.call(SOLVE, step -> desk.solve(step, SOLVE));
        AgentResult<String> result = AgentResult.of(run, value);
        assertThat(result.report().nested().runs()).isEqualTo(1);
        assertThat(result.report().steps())
            .extracting(step -> step.label())
            .contains("expert (direct 1)");
      }
    }
    ModelRequestTexts.assertContain(client, "expert says expert");
  }

  @Test
  void aStopOfTheStepReachesTheRunWithinATool() throws Exception {
    ModelStep<String> expert = ModelStep.text(AGENT, "expert", "expert-model");
    CountDownLatch in = new CountDownLatch(2);
    FakeClient client =
        new FakeClient(
            request -> {
              if (request.model().equals("expert-model")) {
                return FakeClient.reply(hang(in));
              }
              return calls(clock("a"), orders("b", ToolDesk.Status.OPEN));
            });
    try (AgentRuntime runtime = desk.runtime(client).build()) {
      Wiring wiring = runtime.wiring(AGENT, SOLVE, expert);
      desk.clock = () -> wiring.direct(expert, step -> step.ask(expert, PromptText.of("?")));
      desk.orders =
          (who, status) -> {
            try (Run inner = wiring.start(EntryPointInfo.of(AGENT, "inner"))) {
              return inner.result(inner.call(expert, step -> step.ask(expert, PromptText.of("?"))));
            }
          };
      // Stops the step alone, and not the whole run.
      try (Run run = wiring.start(ENTRY)) {
        Forked<String> unused = run.fork(SOLVE, step -> desk.solve(step, SOLVE));
        run.perform(Agents.A, step -> Await.latch(in));
        run.result(1);
      }
      assertThat(inside).hasValue(0);
      assertThat(runtime.engine().openRuns().count()).isZero();
    }
    assertThat(client.requests).hasSize(3);
  }

  @Test
  void aResultThatCannotBeWrittenFailsTheStepOnlyAfterASideEffect() {
    for (boolean effect : new boolean[] {true, false}) {
      StepTools tools = StepTools.of(effect ? CLOCK.withSideEffect() : CLOCK);
      FakeClient client = script(calls(clock("a")), "x");
      try (AgentRuntime runtime = desk.runtime(client).build();
          Run run = runtime.wiring(AGENT, SOLVE).start(ENTRY)) {
        Throwable thrown =
            catchThrowable(
                () ->
                    run.call(
                        SOLVE,
                        step ->
                            step.tools(
                                    tools,
                                    call ->
                                        call.run(
                                            () -> "x", (json, value) -> json.string(missing())))
                                .ask(SOLVE, ToolDesk.PROMPT)));
        if (effect) {
          assertThat(thrown).isInstanceOf(StepFailedException.class).hasMessageContaining("clock");
        } else {
          assertThat(thrown).isNull();
          assertThat(texts(client.requests.get(1))).containsExactly("failed: NullSlotException");
        }
      }
    }
  }

  private static @org.jspecify.annotations.Nullable Object missing() {
    return null;
  }

  /** Reads the results in the last request. */
  private static final class ModelRequestTexts {
    static void assertContain(FakeClient client, String text) {
      assertThat(texts(client.requests.get(client.requests.size() - 1)))
          .hasSize(2)
          .allMatch(result -> result.contains(text));
    }
  }
}
