package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.C;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CancelTest {

  private final AgentRuntime runtime = AgentRuntime.builder().build();
  private final Wiring wiring = runtime.wiring(AGENT);

  @AfterEach
  void nothingIsLeft() throws Exception {
    assertThat(Thread.interrupted()).as("a leaked interrupt").isFalse();
    Await.until("runs", () -> runtime.engine().openRuns().count() == 0);
    assertThat(runtime.engine().alarms().count()).isZero();
    runtime.close();
  }

  /** Waits until it is interrupted. */
  private static String hang(CountDownLatch in) throws InterruptedException {
    in.countDown();
    new CountDownLatch(1).await();
    return "never";
  }

  @Test
  void theCallersInterruptCancelsTheRunAndIsKept() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    Thread caller =
        new Thread(
            () -> {
              try (Run run = wiring.start(ENTRY)) {
                Forked<String> a = run.fork(A, step -> "a");
                Forked<String> b = run.after(a).fork(B, step -> hang(in));
                run.perform(C, step -> Await.latch(in));
                b.join();
              } catch (Throwable e) {
                thrown.set(e);
              }
              flag.set(Thread.currentThread().isInterrupted());
            });
    caller.start();
    Await.latch(in);
    caller.interrupt();
    caller.join();
    assertThat(thrown.get())
        .isInstanceOf(RunCancelledException.class)
        .hasMessageContaining("Onboarding.onboard")
        .hasMessageContaining("interrupted");
    assertThat(flag).isTrue();
  }

  @Test
  void theCallersInterruptInsideAStepIsKeptToo() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    Thread caller =
        new Thread(
            () -> {
              try (Run run = wiring.start(ENTRY)) {
                run.call(A, step -> hang(in));
              } catch (Throwable e) {
                thrown.set(e);
              }
              flag.set(Thread.currentThread().isInterrupted());
            });
    caller.start();
    Await.latch(in);
    caller.interrupt();
    caller.join();
    assertThat(thrown.get()).isInstanceOf(RunCancelledException.class);
    assertThat(flag).isTrue();
  }

  @Test
  void ourInterruptDoesNotLeakIntoAForeignThread() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    CountDownLatch in = new CountDownLatch(1);
    AtomicBoolean sawInterrupt = new AtomicBoolean();
    try (AgentRuntime foreign = AgentRuntime.builder().executor(one).build()) {
      assertThatThrownBy(
              () -> {
                try (Run run = foreign.wiring(AGENT).start(ENTRY)) {
                  run.forkAction(
                      A,
                      step -> {
                        in.countDown();
                        while (!Thread.currentThread().isInterrupted()) {
                          Thread.onSpinWait();
                        }
                        // Returns with the interrupt flag set, like code that swallows the
                        // exception.
                        sawInterrupt.set(true);
                      });
                  run.call(
                      B,
                      step -> {
                        Await.latch(in);
                        throw new IllegalStateException();
                      });
                }
              })
          .isInstanceOf(StepFailedException.class);
      assertThat(sawInterrupt).isTrue();
      assertThat(one.submit(() -> Thread.currentThread().isInterrupted()).get()).isFalse();
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  void theDeadlineStopsStepsOnBothSidesAndSaysWhatRan() {
    EntryPointInfo shortRun = EntryPointInfo.of(AGENT, "onboard").within(Duration.ofSeconds(1));
    assertThatThrownBy(
            () -> {
              try (Run run = wiring.start(shortRun)) {
                CountDownLatch in = new CountDownLatch(1);
                run.fork(A, step -> hang(in));
                run.call(
                    B,
                    step -> {
                      Await.latch(in);
                      return hang(in);
                    });
              }
            })
        .isInstanceOf(RunTimeoutException.class)
        .hasMessageContaining("Onboarding.onboard")
        .hasMessageContaining("'a' for")
        .hasMessageContaining("'b' for")
        .hasMessageContaining("stepwright.run.timeout");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aRunDrainsPastItsDeadlineIfUserCodeIgnoresInterrupts() throws Exception {
    AgentRuntime.Builder builder = AgentRuntime.builder();
    builder.parts().drainWarningNanos = TimeUnit.MILLISECONDS.toNanos(20);
    EntryPointInfo shortRun = EntryPointInfo.of(AGENT, "onboard").within(Duration.ofSeconds(1));
    AtomicBoolean stubbornEnded = new AtomicBoolean();
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (AgentRuntime impatient = builder.build();
        CapturedLog log =
            new CapturedLog("io.stepwright.engine.DrainWarning", message -> release.countDown())) {
      assertThatThrownBy(
              () -> {
                try (Run run = impatient.wiring(AGENT).start(shortRun)) {
                  Forked<Void> a =
                      run.forkAction(
                          A,
                          step -> {
                            in.countDown();
                            while (release.getCount() > 0) {
                              Thread.onSpinWait();
                            }
                            stubbornEnded.set(true);
                          });
                  run.perform(B, step -> Await.latch(in));
                  a.join();
                }
              })
          .isInstanceOf(RunTimeoutException.class);
      assertThat(stubbornEnded).isTrue();
      assertThat(log.messages())
          .first()
          .asString()
          .contains("'a'")
          .contains("Onboarding.onboard")
          .contains(CancelTest.class.getName());
    }
  }

  @Test
  void aStepTimeoutStopsOnlyThatStep() {
    StepInfo limited = A.within(Duration.ofMillis(50));
    AtomicReference<Throwable> other = new AtomicReference<>();
    Throwable thrown =
        catchThrowable(
            () -> {
              try (Run run = wiring.start(ENTRY)) {
                run.call(limited, step -> hang(new CountDownLatch(1)));
              }
            });
    assertThat(thrown)
        .isInstanceOf(StepTimeoutException.class)
        .hasMessageContaining("'a'")
        .hasMessageContaining("50 ms");
    // A step that returns after its limit fails nevertheless.
    thrown =
        catchThrowable(
            () -> {
              try (Run run = wiring.start(ENTRY)) {
                run.fork(
                        A.attemptWithin(Duration.ofMillis(20)),
                        step -> {
                          while (!Thread.currentThread().isInterrupted()) {
                            Thread.onSpinWait();
                          }
                          return "late";
                        })
                    .join();
              }
            });
    assertThat(thrown).isInstanceOf(StepTimeoutException.class);
    assertThat(other.get()).isNull();
  }

  @Test
  void whatTheResultDoesNotNeedIsStoppedAndSideEffectsAreWaitedFor() {
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch sideIn = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean stopped = new AtomicBoolean();
    AtomicBoolean sideEffect = new AtomicBoolean();
    AtomicBoolean also = new AtomicBoolean();
    try (Run run = wiring.start(ENTRY.also("c"))) {
      run.forkAction(
          A,
          step -> {
            in.countDown();
            try {
              never.await();
            } catch (InterruptedException e) {
              stopped.set(true);
              sideIn.countDown();
            }
          });
      Forked<String> input =
          run.fork(
              StepInfo.code(AGENT, "input"),
              step -> {
                // Ends only after the unneeded step was stopped.
                Await.latch(sideIn);
                return "x";
              });
      run.after(input).forkAction(B.withSideEffect(), step -> sideEffect.set(true));
      run.after(input).forkAction(C, step -> also.set(true));
      run.perform(StepInfo.code(AGENT, "wait"), step -> Await.latch(in));
      assertThat(run.result("there")).isEqualTo("there");
      assertThat(stopped).isTrue();
      assertThat(sideEffect).isTrue();
      assertThat(also).isTrue();
    }
  }

  @Test
  void aFailedSideEffectFailsTheRun() {
    assertThatThrownBy(
            () -> {
              try (Run run = wiring.start(ENTRY)) {
                run.forkAction(
                    A.withSideEffect(),
                    step -> {
                      throw new IllegalStateException();
                    });
                run.result("there");
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("'a'");
  }

  @Test
  void closeCancelsRunsAndRefusesNewOnes() throws Exception {
    AgentRuntime closed = AgentRuntime.builder().build();
    Wiring wiring = closed.wiring(AGENT);
    CountDownLatch in = new CountDownLatch(1);
    CompletableFuture<String> future =
        wiring.async(ENTRY, run -> run.result(run.call(A, step -> hang(in))));
    Await.latch(in);
    closed.close();
    closed.close();
    assertThatThrownBy(future::join)
        .hasCauseInstanceOf(RunCancelledException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> wiring.start(ENTRY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Onboarding")
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> wiring.async(ENTRY, run -> run.result(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aStepCannotCloseItsRuntime() {
    assertThatThrownBy(
            () -> {
              try (Run run = wiring.start(ENTRY)) {
                run.perform(A, step -> runtime.close());
              }
            })
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFutureHasTheResultOrTheFailure() throws Exception {
    CompletableFuture<String> good =
        wiring.async(ENTRY, run -> run.result(run.call(A, step -> "a")));
    assertThat(good.get(30, TimeUnit.SECONDS)).isEqualTo("a");
    CompletableFuture<Void> nothing =
        wiring.async(
            ENTRY,
            run -> {
              run.finish();
              return null;
            });
    assertThat(nothing.get(30, TimeUnit.SECONDS)).isNull();
    CompletableFuture<String> bad = wiring.async(ENTRY, run -> run.call(A, step -> null));
    assertThatThrownBy(() -> bad.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(StepFailedException.class);
  }

  @Test
  void cancelOfTheFutureStopsTheSteps() throws Exception {
    CountDownLatch in = new CountDownLatch(2);
    CountDownLatch out = new CountDownLatch(2);
    CompletableFuture<String> future =
        wiring.async(
            ENTRY,
            run -> {
              run.fork(A, step -> counted(in, out));
              return run.result(run.call(B, step -> counted(in, out)));
            });
    Await.latch(in);
    future.cancel(false);
    Await.latch(out);
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void orTimeoutStopsTheSteps() throws Exception {
    CountDownLatch out = new CountDownLatch(1);
    CompletableFuture<String> future =
        wiring.async(
            ENTRY, run -> run.result(run.call(A, step -> counted(new CountDownLatch(1), out))));
    future.orTimeout(30, TimeUnit.MILLISECONDS);
    Await.latch(out);
    assertThatThrownBy(future::join).hasCauseInstanceOf(TimeoutException.class);
  }

  private static String counted(CountDownLatch in, CountDownLatch out) throws InterruptedException {
    try {
      return hang(in);
    } finally {
      out.countDown();
    }
  }

  @Test
  void theDeadlineOfAFutureCountsFromTheCallEvenIfNothingEverRunsIt() {
    EntryPointInfo shortRun = EntryPointInfo.of(AGENT, "onboard").within(Duration.ofMillis(30));
    try (AgentRuntime lazy = AgentRuntime.builder().executor(task -> {}).build()) {
      CompletableFuture<String> future =
          lazy.wiring(AGENT).async(shortRun, run -> run.result("never"));
      assertThatThrownBy(() -> future.get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(RunTimeoutException.class);
      CompletableFuture<String> cancelled =
          lazy.wiring(AGENT).async(ENTRY, run -> run.result("never"));
      cancelled.cancel(true);
    }
  }
}
