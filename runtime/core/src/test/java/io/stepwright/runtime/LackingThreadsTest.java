package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.C;
import static io.stepwright.runtime.Agents.D;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.stepwright.background.DaemonThreads;
import io.stepwright.event.Listeners;
import io.stepwright.recording.ReportDelivery;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thread that cannot be started ends the run, and the runtime can be closed. */
@Timeout(180)
class LackingThreadsTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final EntryPointInfo UNLIMITED = EntryPointInfo.of(AGENT, "onboard");

  private final LackingThreads lacking = new LackingThreads("");

  private static AgentRuntime.Builder lacking(DaemonThreads threads) {
    AgentRuntime.Builder builder = AgentRuntime.builder();
    builder.parts().daemons = threads;
    return builder;
  }

  private static void close(AgentRuntime runtime) {
    assertTimeoutPreemptively(LONG, runtime::close);
    assertThat(runtime.engine().openRuns().count()).isZero();
    assertThat(runtime.engine().alarms().count()).isZero();
  }

  private static String simple(Wiring wiring, EntryPointInfo entryPoint) {
    try (Run run = wiring.start(entryPoint)) {
      return run.result(run.call(A, step -> "a"));
    }
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,false", "2,false", "5,false", "0,true", "1,true", "3,true", "9,true"})
  void aStepThatGetsNoThreadFailsTheRun(int number, boolean andThoseAfterIt) {
    AgentRuntime runtime =
        AgentRuntime.builder().executor(LackingThreads.executor(number, andThoseAfterIt)).build();
    Throwable thrown =
        assertTimeoutPreemptively(LONG, () -> catchThrowable(() -> wide(runtime.wiring(AGENT))));
    assertThat(thrown)
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("executor")
        .hasRootCauseMessage(LackingThreads.MESSAGE);
    close(runtime);
  }

  /** Needs a dozen threads at once: no step ends before all are running. */
  private static String wide(Wiring wiring) throws Exception {
    CyclicBarrier all = new CyclicBarrier(12);
    List<Integer> items = IntStream.range(0, 10).boxed().toList();
    try (Run run = wiring.start(UNLIMITED)) {
      Forked<Integer> a = run.fork(A, step -> all.await());
      Forked<Integer> b = run.fork(B, step -> all.await());
      Forked<?> each = run.each(C, () -> items, 10, (step, item) -> all.await());
      Forked<String> last = run.after(a, b, each).fork(D, step -> "there");
      return run.result(last.join());
    }
  }

  @Test
  void withoutTheTimersThreadNoRunWithADeadlineStarts() {
    List<RunEvent> events = new CopyOnWriteArrayList<>();
    AgentRuntime runtime = lacking(lacking).listener(Immediately.tell(events::add)).build();
    Wiring wiring = runtime.wiring(AGENT);
    assertThatThrownBy(() -> simple(wiring, ENTRY))
        .isInstanceOf(RunCancelledException.class)
        .hasMessageContaining("The run of Onboarding.onboard could not be started")
        .hasMessageContaining(LackingThreads.MESSAGE)
        .hasCauseInstanceOf(LackingThreads.LackError.class);
    assertThat(events)
        .extracting(event -> (Object) event.getClass())
        .containsExactly(RunEvent.RunStarted.class, RunEvent.RunEnded.class);
    assertThatThrownBy(() -> wiring.async(ENTRY, run -> run.result("")))
        .isInstanceOf(RunCancelledException.class);
    close(runtime);
  }

  @Test
  void aRunInsideOfAnotherLeavesNothingInItEither() {
    AgentRuntime runtime = lacking(lacking).build();
    AgentRuntime outer = AgentRuntime.builder().build();
    Wiring wiring = runtime.wiring(AGENT);
    EntryPointInfo shorter = UNLIMITED.within(Duration.ofSeconds(40));
    String result =
        assertTimeoutPreemptively(
            LONG,
            () -> {
              try (Run run = outer.wiring(AGENT).start(ENTRY)) {
                return run.result(
                    run.call(
                        A, step -> catchThrowable(() -> simple(wiring, shorter)).getMessage()));
              }
            });
    assertThat(result).contains("could not be started");
    close(runtime);
    close(outer);
  }

  @Test
  void whenThereIsRoomAgainDeadlinesHold() throws Exception {
    AgentRuntime runtime = lacking(lacking).build();
    Wiring wiring = runtime.wiring(AGENT);
    assertThatThrownBy(() -> simple(wiring, ENTRY)).isInstanceOf(RunCancelledException.class);
    lacking.end();
    assertThat(simple(wiring, ENTRY)).isEqualTo("a");
    CompletableFuture<String> future =
        wiring.async(
            UNLIMITED.within(Duration.ofMillis(20)),
            run -> run.result(run.call(A, step -> hang())));
    assertThatThrownBy(() -> future.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(RunTimeoutException.class);
    close(runtime);
  }

  private static String hang() throws InterruptedException {
    new CountDownLatch(1).await();
    return "";
  }

  @Test
  void aStepWhoseLimitCannotBeWatchedFails() {
    AgentRuntime runtime = lacking(lacking).configuration("stepwright.run.timeout", "none").build();
    Wiring wiring = runtime.wiring(AGENT);
    StepInfo limited = A.within(Duration.ofSeconds(40));
    assertThatThrownBy(
            () -> {
              try (Run run = wiring.start(UNLIMITED)) {
                run.result(run.call(limited, step -> "a"));
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasCauseInstanceOf(LackingThreads.LackError.class);
    assertThat(Thread.interrupted()).as("a leaked interrupt").isFalse();
    assertThatThrownBy(
            () -> {
              try (Run run = wiring.start(UNLIMITED)) {
                run.result(run.fork(limited, step -> "a").join());
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("'a'")
        .hasCauseInstanceOf(LackingThreads.LackError.class);
    close(runtime);
  }

  @Test
  void anAsyncRunThatGetsNoThreadAtAllFails() {
    AgentRuntime runtime =
        lacking(lacking)
            .configuration("stepwright.run.timeout", "none")
            .executor(LackingThreads.executor(0, true))
            .build();
    CompletableFuture<String> future =
        runtime.wiring(AGENT).async(UNLIMITED, run -> run.result("never"));
    assertThatThrownBy(() -> future.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(RunCancelledException.class)
        .hasCauseInstanceOf(LackingThreads.LackError.class);
    close(runtime);
  }

  @Test
  void anAsyncRunWhoseTaskIsNeverRunCanBeCancelled() {
    AgentRuntime runtime =
        lacking(lacking)
            .configuration("stepwright.run.timeout", "none")
            .executor(task -> {})
            .build();
    CompletableFuture<String> future =
        runtime.wiring(AGENT).async(UNLIMITED, run -> run.result("never"));
    future.cancel(true);
    CompletableFuture<String> other =
        runtime.wiring(AGENT).async(UNLIMITED, run -> run.result("never"));
    close(runtime);
    assertThatThrownBy(() -> other.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(RunCancelledException.class);
  }

  /** The notification at the end of a run fails, and so does the log message about it. */
  @Test
  void aRunWhoseEndFailsHasEndedAllTheSame() {
    try (CapturedLog log =
        new CapturedLog(
            Listeners.class,
            message -> {
              throw new LackingThreads.LackError();
            })) {
      AgentRuntime runtime = AgentRuntime.builder().listener(failsAtTheEnd()).build();
      assertThatThrownBy(() -> simple(runtime.wiring(AGENT), ENTRY))
          .isInstanceOf(LackingThreads.LackError.class);
      close(runtime);

      AgentRuntime other = AgentRuntime.builder().listener(failsAtTheEnd()).build();
      CompletableFuture<String> future = other.wiring(AGENT).async(ENTRY, run -> run.result("a"));
      assertThatThrownBy(() -> future.get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(LackingThreads.LackError.class);
      close(other);
      assertThat(log.messages()).hasSize(2);
    }
  }

  private static RunListener failsAtTheEnd() {
    return Immediately.tell(
        event -> {
          if (event instanceof RunEvent.RunEnded) {
            throw new IllegalStateException();
          }
        });
  }

  @Test
  void whoListensChangesNothingInARun() throws Exception {
    LackingThreads forListeners = new LackingThreads("listener");
    CountDownLatch told = new CountDownLatch(1);
    try (CapturedLog log = new CapturedLog(Listeners.class, message -> {})) {
      AgentRuntime runtime = lacking(forListeners).listener(event -> told.countDown()).build();
      assertThat(simple(runtime.wiring(AGENT), ENTRY)).isEqualTo("a");
      assertThat(log.messages())
          .singleElement()
          .asString()
          .contains("LackingThreadsTest", "its thread cannot be started");
      assertThat(told.getCount()).isEqualTo(1);
      forListeners.end();
      assertThat(simple(runtime.wiring(AGENT), ENTRY)).isEqualTo("a");
      Await.latch(told);
      close(runtime);
    }
  }

  @Test
  void whoWantsReportsChangesNothingInARun() throws Exception {
    LackingThreads forReports = new LackingThreads("reports");
    CountDownLatch told = new CountDownLatch(1);
    try (CapturedLog log = new CapturedLog(ReportDelivery.class, message -> {})) {
      AgentRuntime runtime = lacking(forReports).reportListener(report -> told.countDown()).build();
      assertThat(simple(runtime.wiring(AGENT), ENTRY)).isEqualTo("a");
      assertThat(log.messages()).singleElement().asString().contains("cannot be started");
      assertThat(told.getCount()).isEqualTo(1);
      forReports.end();
      assertThat(simple(runtime.wiring(AGENT), ENTRY)).isEqualTo("a");
      Await.latch(told);
      close(runtime);
      assertThat(log.messages()).last().asString().isEqualTo("Reports of 1 runs were dropped.");
    }
  }
}
