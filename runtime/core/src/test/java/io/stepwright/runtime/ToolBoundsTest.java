package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static io.stepwright.runtime.ToolDesk.CLOCK;
import static io.stepwright.runtime.ToolDesk.ORDERS;
import static io.stepwright.runtime.ToolDesk.SOLVE;
import static io.stepwright.runtime.ToolDesk.calls;
import static io.stepwright.runtime.ToolDesk.clock;
import static io.stepwright.runtime.ToolDesk.orders;
import static io.stepwright.runtime.ToolDesk.script;
import static io.stepwright.runtime.ToolDesk.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.spi.RunEvent;
import io.stepwright.spi.ToolCall;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.JsonEncoder;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import io.stepwright.wiring.ToolUse;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bounds of tools: the size of results, the number of calls and threads, and time. */
@Timeout(60)
class ToolBoundsTest {

  private static final String MARK = "… (cut at 8,000 characters)";
  private static final int MOST = 8_000;

  private final ToolDesk desk = new ToolDesk();

  private <T> T run(FakeClient client, ModelStep<T> question) {
    try (AgentRuntime runtime = desk.runtime(client).build()) {
      return desk.run(runtime, question);
    }
  }

  /** Returns what the model is told of a result. */
  private <T> String told(T result, JsonEncoder<? super T> encoder) {
    FakeClient client = script(calls(clock("a")), "x");
    StepTools tools = StepTools.of(CLOCK);
    try (AgentRuntime runtime = desk.runtime(client).build();
        Run run = runtime.wiring(AGENT, SOLVE).start(ENTRY)) {
      run.call(
          SOLVE,
          step ->
              step.tools(tools, call -> call.run(() -> result, encoder))
                  .ask(SOLVE, ToolDesk.PROMPT));
    }
    return texts(client.requests.get(1)).get(0);
  }

  // ---------------------------------------------------------------- results

  @Test
  void aListWithoutAnEndIsReadOnlyAsFarAsItIsTold() {
    AtomicInteger read = new AtomicInteger();
    Iterable<Integer> endless =
        () ->
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return true;
              }

              @Override
              public Integer next() {
                return read.incrementAndGet();
              }
            };
    String told = told(endless, (json, value) -> json.array(value, JsonWriter::number));
    assertThat(told).hasSize(MOST).startsWith("[1,2,3,4,").endsWith(MARK);
    assertThat(read.get()).as("elements of at least two characters").isLessThan(2 * MOST);
  }

  @Test
  void aResultOfExactlyTheLimitIsWhole() {
    String most = "x".repeat(MOST - 2);
    assertThat(told(most, JsonWriter::string)).hasSize(MOST).isEqualTo("\"" + most + "\"");
    String more = "x".repeat(MOST - 1);
    assertThat(told(more, JsonWriter::string))
        .isEqualTo("\"" + "x".repeat(MOST - 1 - MARK.length()) + MARK);
  }

  @Test
  void aLargeTextInAMapIsCut() {
    String told =
        told(
            Map.of("a", "y".repeat(5_000_000)),
            (json, value) -> json.map(value, JsonWriter::string));
    assertThat(told).hasSize(MOST).startsWith("{\"a\":\"yyy").endsWith("y" + MARK);
  }

  private record Box(Box... inside) {
    static void encode(JsonWriter json, Box box) {
      json.array(box.inside(), Box::encode);
    }
  }

  @Test
  void aResultThatContainsItselfIsAFailureOfTheTool() {
    Box[] inside = new Box[1];
    Box endless = new Box(inside);
    inside[0] = endless;
    assertThat(told(endless, Box::encode)).startsWith("failed: ");
  }

  @Test
  void aLargeResultOfASideEffectIsCutAndNoFailure() {
    desk.refund = (who, order, cents) -> "z".repeat(20_000);
    FakeClient client = script(calls(ToolDesk.refund("a", 1)), "x");
    assertThat(run(client, SOLVE)).isEqualTo("x");
    assertThat(texts(client.requests.get(1)).get(0)).hasSize(MOST).endsWith("z" + MARK);
  }

  @Test
  void aNullFarInALargeResultIsAFailureOnlyWhereItIsRead() {
    List<Integer> list = new CopyOnWriteArrayList<>(new Integer[] {1, null});
    assertThat(told(list, (json, value) -> json.array(value, JsonWriter::number)))
        .isEqualTo("failed: NullSlotException");
  }

  // ---------------------------------------------------------------- the number of calls

  /** Reads arguments as the generated class does, and notes when. */
  private ToolUse.Done noted(ToolUse call, List<String> order) throws Exception {
    String status = call.argument("status", json -> json.asEnum(ToolDesk.Status.class)).name();
    order.add("read " + status + " on " + Thread.currentThread().getName());
    return call.run(
        () -> {
          order.add("executed");
          return status;
        },
        JsonWriter::string);
  }

  @Test
  void allCallsAreReadInTheirOrderBeforeTheFirstIsExecuted() {
    List<String> order = new CopyOnWriteArrayList<>();
    StepTools tools = StepTools.of(ToolInfo.of(AGENT, "orders", "Orders.", "{}"));
    FakeClient client =
        script(
            calls(
                orders("a", ToolDesk.Status.OPEN),
                orders("b", ToolDesk.Status.SHIPPED),
                orders("c", ToolDesk.Status.OPEN)),
            "x");
    try (AgentRuntime runtime = desk.runtime(client).build();
        Run run = runtime.wiring(AGENT, SOLVE).start(ENTRY)) {
      run.call(
          SOLVE, step -> step.tools(tools, call -> noted(call, order)).ask(SOLVE, ToolDesk.PROMPT));
    }
    String thread = " on " + Thread.currentThread().getName();
    assertThat(order)
        .containsExactly(
            "read OPEN" + thread,
            "read SHIPPED" + thread,
            "read OPEN" + thread,
            "executed",
            "executed",
            "executed");
  }

  @Test
  void theLastCallsOfATurnAreThoseThatAreTooMany() {
    desk.tools = StepTools.of(CLOCK.atMost(2), ORDERS.atMost(1));
    for (int i = 0; i < 100; i++) {
      FakeClient client =
          script(
              calls(
                  clock("a"),
                  orders("b", ToolDesk.Status.OPEN),
                  clock("c"),
                  orders("d", ToolDesk.Status.SHIPPED),
                  clock("e"),
                  clock("f")),
              "x");
      run(client, SOLVE);
      List<String> texts = texts(client.requests.get(1));
      assertThat(texts.subList(0, 3)).noneMatch(text -> text.startsWith("refused"));
      assertThat(texts.subList(3, 6)).allMatch(text -> text.startsWith("refused"));
    }
  }

  @Test
  void rememberedAndWrongCallsDoNotCount() {
    desk.tools = StepTools.of(ORDERS.atMost(2));
    ToolCall open = orders("a", ToolDesk.Status.OPEN);
    FakeClient client =
        script(
            calls(new ToolCall("w", "orders", "{}"), open, open),
            calls(open, orders("b", ToolDesk.Status.SHIPPED)),
            "x");
    run(client, SOLVE);
    assertThat(desk.executed).containsExactlyInAnyOrder("orders OPEN", "orders SHIPPED");
    assertThat(texts(client.requests.get(2))).noneMatch(text -> text.startsWith("refused"));
  }

  @Test
  void aStepThatRunsAgainCountsAnew() {
    desk.tools = StepTools.of(CLOCK.atMost(1));
    FakeClient client = script(calls(clock("a")), "x", calls(clock("a")), "y");
    run(client, SOLVE);
    run(client, SOLVE);
    assertThat(desk.executed).hasSize(2);
  }

  // ---------------------------------------------------------------- threads

  @Test
  void manyCallsInATurnUseAtMostAThreadEach() {
    AtomicInteger started = new AtomicInteger();
    ToolCall[] many = new ToolCall[64];
    for (int i = 0; i < many.length; i++) {
      many[i] = clock("c" + i);
    }
    ExecutorService threads = Executors.newCachedThreadPool();
    try (AgentRuntime runtime =
        desk.runtime(script(calls(many), "x"))
            .executor(
                task -> {
                  started.incrementAndGet();
                  threads.execute(task);
                })
            .build()) {
      desk.run(runtime, SOLVE);
    } finally {
      threads.shutdown();
    }
    assertThat(desk.executed).hasSize(64);
    assertThat(started.get()).isLessThan(64);
  }

  // ---------------------------------------------------------------- errors and ends

  private static void tell(FakeClient client, int requests) {
    assertThat(client.requests).as("the model is not told").hasSize(requests);
  }

  @Test
  void anErrorOnEachThreadFailsTheRunAndIsNeverTold() {
    Thread caller = Thread.currentThread();
    for (boolean own : new boolean[] {true, false}) {
      CountDownLatch both = new CountDownLatch(2);
      desk.clock =
          () -> {
            both.countDown();
            Await.latch(both);
            if ((Thread.currentThread() == caller) == own) {
              throw new StackOverflowError("canary");
            }
            return "noon";
          };
      FakeClient client = script(calls(clock("a"), clock("b")), "x");
      Throwable thrown = catchThrowable(() -> run(client, SOLVE));
      assertThat(thrown)
          .isInstanceOf(StepFailedException.class)
          .hasMessageContaining("'solve'")
          .hasCauseInstanceOf(StackOverflowError.class);
      tell(client, 1);
    }
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void anErrorOfASideEffectFailsTheRunBeforeTheNextOne() {
    desk.refund =
        (who, order, cents) -> {
          throw new NoClassDefFoundError("canary");
        };
    FakeClient client = script(calls(ToolDesk.refund("a", 1), ToolDesk.refund("b", 2)), "x");
    assertThatThrownBy(() -> run(client, SOLVE)).isInstanceOf(StepFailedException.class);
    assertThat(desk.executed).containsExactly("refund o1 1");
    tell(client, 1);
  }

  @Test
  void aUsedUpBudgetAsksNoFallback() {
    desk.tools = desk.tools.turns(2);
    FakeClient client = script(calls(clock("a")), calls(clock("b")));
    ToolBudgetException thrown =
        catchThrowableOfType(
            ToolBudgetException.class, () -> run(client, SOLVE.fallback("other", "third")));
    assertThat(thrown.step()).isEqualTo("solve");
    assertThat(client.requests).extracting(request -> request.model()).containsOnly("gpt");
    desk.tools = StepTools.of(CLOCK).tokens(3);
    FakeClient unasked = script();
    assertThatThrownBy(() -> run(unasked, SOLVE.fallback("other")))
        .isInstanceOf(ToolBudgetException.class);
    assertThat(unasked.requests).isEmpty();
  }

  @Test
  void aToolThatInterruptsItsThreadCancelsTheRun() {
    desk.clock =
        () -> {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("as code that wraps its interrupt");
        };
    FakeClient client = script(calls(clock("a")), "x");
    assertThatThrownBy(() -> run(client, SOLVE)).isInstanceOf(RunCancelledException.class);
    assertThat(Thread.interrupted()).as("the caller's interrupt is kept").isTrue();
    tell(client, 1);
    assertThat(desk.events)
        .filteredOn(RunEvent.ToolEnded.class::isInstance)
        .extracting(event -> ((RunEvent.ToolEnded) event).end())
        .as("not a failure that a model might be told")
        .containsExactly(RunEvent.ToolEnd.CANCELLED);
  }

  @Test
  void noTurnFollowsACancelThatAToolDidNotListenTo() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    desk.clock =
        () -> {
          in.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            // As code that takes an interrupt for nothing.
          }
          return "noon";
        };
    FakeClient client = script(calls(clock("a")), "x");
    try (AgentRuntime runtime = desk.runtime(client).build()) {
      CompletableFuture<String> future =
          runtime
              .wiring(AGENT, SOLVE)
              .async(ENTRY, run -> run.result(run.call(SOLVE, step -> desk.solve(step, SOLVE))));
      Await.latch(in);
      future.cancel(true);
      Await.until("drained", () -> runtime.engine().openRuns().count() == 0);
    }
    tell(client, 1);
  }

  @Test
  void noTurnFollowsADeadlineThatPassedWhileAToolDidNotListen() {
    CountDownLatch interrupted = new CountDownLatch(1);
    desk.clock =
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
          return "noon, in spite of the interrupt";
        };
    FakeClient client = script(calls(clock("a"), ToolDesk.refund("b", 1)), "x");
    EntryPointInfo brief = EntryPointInfo.of(AGENT, "e").within(Duration.ofMillis(300));
    try (AgentRuntime runtime = desk.runtime(client).build()) {
      assertThatThrownBy(() -> desk.run(runtime, SOLVE, brief))
          .isInstanceOf(RunTimeoutException.class)
          .hasMessageContaining("'solve' for");
    }
    assertThat(interrupted.getCount()).isZero();
    assertThat(desk.executed).containsExactly("clock");
    tell(client, 1);
  }

  /** As for a step: the run has failed at its deadline, drains, and says what it waits for. */
  @Test
  void aToolThatIgnoresItsInterruptIsWaitedForAndNamed() throws Exception {
    CountDownLatch in = new CountDownLatch(2);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    desk.clock =
        () -> {
          in.countDown();
          while (release.getCount() > 0) {
            Thread.onSpinWait();
          }
          ended.incrementAndGet();
          return "noon";
        };
    AgentRuntime.Builder builder = desk.runtime(script(calls(clock("a"), clock("b")), "x"));
    builder.parts().drainWarningNanos = TimeUnit.MILLISECONDS.toNanos(20);
    EntryPointInfo brief = EntryPointInfo.of(AGENT, "e").within(Duration.ofSeconds(1));
    try (AgentRuntime runtime = builder.build();
        CapturedLog log =
            new CapturedLog("io.stepwright.engine.DrainWarning", message -> release.countDown())) {
      assertThatThrownBy(
              () -> {
                try (Run run = runtime.wiring(AGENT, SOLVE).start(brief)) {
                  Forked<String> solved = run.fork(SOLVE, step -> desk.solve(step, SOLVE));
                  run.perform(Agents.A, step -> Await.latch(in));
                  solved.join();
                }
              })
          .isInstanceOf(RunTimeoutException.class);
      assertThat(ended).hasValue(2);
      assertThat(log.messages())
          .hasSizeGreaterThanOrEqualTo(2)
          .allMatch(message -> message.contains("'solve'"));
    }
  }
}
