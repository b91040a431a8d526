package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.C;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.report.Reported;
import io.stepwright.report.RunReport;
import io.stepwright.spi.NestedRuns;
import io.stepwright.spi.RunEvent;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs inside of steps, and steps that user code calls as methods. */
@Timeout(60)
class NestedTest {

  private static final AgentInfo INNER = new AgentInfo("Inner", "app.Inner");
  private static final StepInfo X = StepInfo.code(INNER, "x");
  private static final StepInfo Y = StepInfo.code(INNER, "y");
  private static final EntryPointInfo INNER_ENTRY =
      EntryPointInfo.of(INNER, "inner").within(Duration.ofSeconds(60));

  private final List<RunEvent> events = new CopyOnWriteArrayList<>();
  private final AgentRuntime runtime =
      AgentRuntime.builder().listener(Immediately.tell(events::add)).build();
  private final Wiring wiring = runtime.wiring(AGENT);

  @AfterEach
  void nothingIsLeft() {
    assertThat(Thread.interrupted()).as("a leaked interrupt").isFalse();
    runtime.close();
    assertThat(runtime.engine().openRuns().count()).isZero();
    assertThat(runtime.engine().alarms().count()).isZero();
  }

  private static String hang(CountDownLatch in) throws InterruptedException {
    in.countDown();
    new CountDownLatch(1).await();
    return "never";
  }

  @Test
  void theOuterDeadlineEndsTheInnerRunAndIsTheOneReported() {
    EntryPointInfo outer = EntryPointInfo.of(AGENT, "outer").within(Duration.ofMillis(800));
    assertThatThrownBy(
            () -> {
              try (Run run = wiring.start(outer)) {
                run.call(
                    A,
                    step -> {
                      try (Run inner = wiring.start(INNER_ENTRY)) {
                        CountDownLatch in = new CountDownLatch(2);
                        inner.fork(X, nested -> hang(in));
                        return inner.result(inner.call(Y, nested -> hang(in)));
                      }
                    });
              }
            })
        .isInstanceOf(RunTimeoutException.class)
        .hasMessageContaining("Onboarding.outer")
        .hasMessageContaining("'a'");
  }

  @Test
  void theInnerDeadlineFailsTheOuterStep() {
    EntryPointInfo shortInner = EntryPointInfo.of(INNER, "inner").within(Duration.ofMillis(30));
    assertThatThrownBy(
            () -> {
              try (Run run = wiring.start(ENTRY)) {
                run.call(
                    A,
                    step -> {
                      try (Run inner = wiring.start(shortInner)) {
                        return inner.result(inner.call(X, nested -> hang(new CountDownLatch(1))));
                      }
                    });
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("'a'")
        .hasCauseInstanceOf(RunTimeoutException.class);
  }

  @Test
  void aFailureOutsideEndsTheInnerRunOnAnotherThread() throws Exception {
    CountDownLatch in = new CountDownLatch(2);
    AtomicBoolean innerEnded = new AtomicBoolean();
    assertThatThrownBy(
            () -> {
              try (Run run = wiring.start(ENTRY)) {
                run.forkAction(
                    A,
                    step -> {
                      try (Run inner = wiring.start(INNER_ENTRY)) {
                        inner.fork(X, nested -> hang(in));
                        inner.call(Y, nested -> hang(in));
                      } finally {
                        innerEnded.set(true);
                      }
                    });
                run.call(
                    B,
                    step -> {
                      Await.latch(in);
                      throw new IOException();
                    });
              }
            })
        .isInstanceOf(StepFailedException.class)
        .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
    assertThat(innerEnded).isTrue();
  }

  @Test
  void aFutureStartedInAStepDoesNotOutliveTheRun() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    CompletableFuture<CompletableFuture<String>> started = new CompletableFuture<>();
    try (Run run = wiring.start(ENTRY)) {
      run.perform(
          A,
          step -> {
            started.complete(
                wiring.async(
                    INNER_ENTRY, inner -> inner.result(inner.call(X, nested -> hang(in)))));
            Await.latch(in);
          });
      run.result(1);
    }
    assertThatThrownBy(started.join()::join).hasCauseInstanceOf(RunCancelledException.class);
  }

  @Test
  void aDirectCallRunsInTheCurrentRun() {
    try (Run run = wiring.start(ENTRY)) {
      String value =
          run.call(
              A,
              step ->
                  wiring.direct(B, direct -> "b") + wiring.direct(B, direct -> "b") + direct(C));
      assertThat(run.result(value)).isEqualTo("bbc");
    }
    List<RunEvent.StepKey> finished =
        events.stream()
            .filter(RunEvent.Finished.class::isInstance)
            .map(event -> ((RunEvent.Finished) event).step())
            .toList();
    assertThat(finished)
        .containsExactly(
            new RunEvent.StepKey("b", 1, true),
            new RunEvent.StepKey("b", 2, true),
            new RunEvent.StepKey("c", 1, true),
            new RunEvent.StepKey("a", 0, false));
    assertThat(events).filteredOn(RunEvent.RunStarted.class::isInstance).hasSize(1);
  }

  private String direct(StepInfo step) {
    return wiring.direct(step, nested -> step.name());
  }

  @Test
  void aDirectCallOutsideOfARunHasARunOfItsOwn() {
    String value = wiring.direct(A, step -> "a");
    assertThat(value).isEqualTo("a");
    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("RunStarted", "Requested", "Ready", "Started", "Finished", "RunEnded");
    assertThat(events.get(0).run().entryPoint()).isEqualTo("a");
    assertThat(((RunEvent.Finished) events.get(4)).step())
        .isEqualTo(new RunEvent.StepKey("a", 0, true));
  }

  @Test
  void aDirectCallThrowsWhatTheStepThrows() {
    IOException thrown = new IOException("as it is");
    assertThatThrownBy(
            () ->
                wiring.directAction(
                    A,
                    step -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
    try (Run run = wiring.start(ENTRY)) {
      String value =
          run.call(
              B,
              step -> {
                try {
                  return failing(thrown);
                } catch (Exception e) {
                  // Only the direct call has failed, so its exception can be caught.
                  return e.getMessage();
                }
              });
      assertThat(run.result(value)).isEqualTo("as it is");
    }
    assertThatThrownBy(() -> wiring.direct(A, step -> null))
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("returned null");
  }

  private String failing(Exception thrown) throws Exception {
    return wiring.direct(
        A,
        step -> {
          throw thrown;
        });
  }

  @Test
  void aDirectCallHasItsOwnLimit() {
    StepInfo limited = B.within(Duration.ofMillis(30));
    try (Run run = wiring.start(ENTRY)) {
      String value =
          run.call(
              A,
              step -> {
                try {
                  return wiring.direct(limited, direct -> hang(new CountDownLatch(1)));
                } catch (StepTimeoutException e) {
                  return e.step();
                }
              });
      assertThat(run.result(value)).isEqualTo("b");
    }
  }

  @Test
  void aCallBeforeConstructionHasEndedIsAClearError() {
    assertThatThrownBy(() -> Wiring.constructed(null, A))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("constructor");
  }

  private static final ModelStep<String> ASK = ModelStep.text(INNER, "ask", "gpt");

  /** Asks a model inside of an agent inside of an agent inside of a step. */
  private static Object bill(AgentRuntime inner, int depth) throws Exception {
    Wiring nested = inner.wiring(INNER, ASK);
    try (Run run = nested.start(INNER_ENTRY)) {
      return depth == 0
          ? run.result(
              run.call(
                  ASK, step -> step.ask(ModelStep.text(AGENT, "ask", "gpt"), PromptText.of("p"))))
          : run.result(run.call(X, step -> bill(inner, depth - 1)));
    }
  }

  @Test
  void theRunAroundAddsUpWhatTheRunsInsideOfItCost() throws Exception {
    AgentRuntime.Builder builder =
        AgentRuntime.builder()
            .modelClient("openai", FakeClient.of("x"))
            .configuration("stepwright.prices.gpt", "1000000 2000000")
            .configuration("stepwright.log.runs", "true");
    RunReport report;
    try (CapturedLog log = new CapturedLog(Logger.getLogger("io.stepwright.runs"))) {
      try (AgentRuntime counted = builder.build();
          AgentRuntime other =
              AgentRuntime.builder().modelClient("openai", FakeClient.of("y")).build()) {
        List<Integer> items = IntStream.range(0, 50).boxed().toList();
        Run run = counted.wiring(AGENT).start(ENTRY.reported());
        try (run) {
          run.call(A, step -> bill(counted, 1));
          run.call(B, step -> bill(other, 0));
          run.result(run.each(C.atOnce(16), () -> items, (step, item) -> bill(counted, 0)).join());
        }
        report = ((Reported) run).report();
      }
      assertThat(log.messages().get(log.messages().size() - 1))
          .contains(": 105 steps, 52 model calls, 0 of them again")
          .contains("tokens 364 in, 156 out; of which nested: 53 runs, 53 steps, 52 model calls,")
          .endsWith("tokens 364 in, 156 out");
      assertThat(log.messages().get(0))
          .as("a run without others inside")
          .doesNotContain("nested")
          .contains("1 model calls");
    }
    assertThat(report.nested()).isEqualTo(new NestedRuns(53, 53, 52, 0, 0, 364, 156));
    assertThat(report.nestedCost().known()).isEqualByComparingTo("676");
    assertThat(report.modelCalls()).as("its own").isZero();
    assertThat(report.toText().lines().findFirst().orElseThrow())
        .contains("tokens 364 in, 156 out, 676.00 USD, of which nested: 53 runs")
        .endsWith("tokens 364 in, 156 out, 676.00 USD");
  }

  @Test
  void aRunWithoutOthersInsideHasNoSums() {
    Run run = wiring.start(ENTRY.reported());
    try (run) {
      run.result(run.call(A, step -> "a"));
    }
    RunReport report = ((Reported) run).report();
    assertThat(report.nested()).isSameAs(NestedRuns.NONE);
    assertThat(report.toText()).doesNotContain("nested");
  }
}
