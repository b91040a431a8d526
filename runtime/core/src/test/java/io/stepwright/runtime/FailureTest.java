package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.C;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.wiring.Forked;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FailureTest {

  private final AgentRuntime runtime = AgentRuntime.builder().build();

  @AfterEach
  void close() {
    runtime.close();
    assertThat(Thread.interrupted()).as("a leaked interrupt").isFalse();
  }

  private Run start() {
    return runtime.wiring(AGENT).start(ENTRY);
  }

  @Test
  void theFirstFailureWinsAndLaterOnesAreSuppressed() {
    IOException first = new IOException("first");
    IllegalStateException later = new IllegalStateException("later");
    CountDownLatch bIsIn = new CountDownLatch(1);
    AtomicReference<AgentException> seen = new AtomicReference<>();
    AtomicBoolean cRan = new AtomicBoolean();
    StepFailedException failure =
        catchThrowableOfType(
            StepFailedException.class,
            () -> {
              try (Run run = start()) {
                Forked<String> a =
                    run.fork(
                        A,
                        step -> {
                          Await.latch(bIsIn);
                          throw first;
                        });
                Forked<String> b =
                    run.fork(
                        B,
                        step -> {
                          bIsIn.countDown();
                          try {
                            new CountDownLatch(1).await();
                          } catch (InterruptedException e) {
                            throw later;
                          }
                          return "b";
                        });
                run.after(a).forkAction(C, step -> cRan.set(true));
                try {
                  b.join();
                } catch (AgentException e) {
                  seen.set(e);
                  assertThat(catchThrowable(a::join)).isSameAs(e);
                  assertThat(catchThrowable(() -> run.call(C, step -> 1))).isSameAs(e);
                  assertThat(catchThrowable(() -> run.result(1))).isSameAs(e);
                  throw e;
                }
                run.result("");
              }
            });
    assertThat(failure).isSameAs(seen.get()).hasCause(first);
    assertThat(failure.agent()).isEqualTo("Onboarding");
    assertThat(failure.step()).isEqualTo("a");
    assertThat(failure.getMessage()).contains("'a'").contains("Onboarding").contains("IOException");
    // The exception is created on the caller thread, so its stack is the caller's.
    assertThat(failure.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith(FailureTest.class.getName()))
        .noneMatch(frame -> frame.getClassName().contains("Pool"));
    assertThat(failure.getSuppressed())
        .singleElement()
        .isInstanceOf(StepFailedException.class)
        .satisfies(suppressed -> assertThat(suppressed).hasCause(later));
    assertThat(cRan).isFalse();
  }

  @Test
  void aFailureOnTheSpineIsThrownAsItIs() {
    IOException cause = new IOException();
    assertThatThrownBy(
            () -> {
              try (Run run = start()) {
                run.call(
                    A,
                    step -> {
                      throw cause;
                    });
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasCause(cause);
  }

  @Test
  void nullIsAFailureThatSaysWhatToDo() {
    assertThatThrownBy(
            () -> {
              try (Run run = start()) {
                run.call(A, step -> null);
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasMessage(
            "Step 'a' of agent Onboarding returned null. Return Optional<...> if it may have no value.");
    assertThatThrownBy(
            () -> {
              try (Run run = start()) {
                run.forkOptional(A, step -> null).joinOptional();
              }
            })
        .hasMessageContaining("'a'")
        .hasMessageContaining("returned null");
    assertThatThrownBy(
            () -> {
              try (Run run = start()) {
                run.call(A, step -> step.await(null));
              }
            })
        .hasMessageContaining("returned null");
  }

  @Test
  void aNullSlotIsNamed() {
    assertThatThrownBy(
            () -> {
              try (Run run = start()) {
                run.call(
                    A,
                    step -> PromptText.of("{{signup.name}}").with("signup.name", null).message());
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("{{signup.name}}");
  }

  @Test
  void errorsAreNeverLost() {
    for (Error error : new Error[] {new StackOverflowError(), new AssertionError("x")}) {
      assertThatThrownBy(
              () -> {
                try (Run run = start()) {
                  run.fork(
                          A,
                          step -> {
                            throw error;
                          })
                      .join();
                }
              })
          .isInstanceOf(StepFailedException.class)
          .hasCause(error);
    }
  }

  @Test
  void anExecutorThatRefusesFailsTheRun() {
    RejectedExecutionException refusal = new RejectedExecutionException("full");
    try (AgentRuntime refusing =
        AgentRuntime.builder()
            .executor(
                task -> {
                  throw refusal;
                })
            .build()) {
      assertThatThrownBy(
              () -> {
                try (Run run = refusing.wiring(AGENT).start(ENTRY)) {
                  Forked<String> a = run.fork(A, step -> "a");
                  run.result(a.join());
                }
              })
          .isInstanceOf(StepFailedException.class)
          .hasMessageContaining("'a'")
          .hasMessageContaining("executor")
          .hasCause(refusal);
      CompletableFuture<String> future =
          refusing.wiring(AGENT).async(ENTRY, run -> run.result("never"));
      assertThatThrownBy(future::join).hasCauseInstanceOf(RunCancelledException.class);
    }
  }

  @Test
  void aFailedFutureIsUnwrapped() {
    IOException cause = new IOException();
    assertThatThrownBy(
            () -> {
              try (Run run = start()) {
                run.call(A, step -> step.await(CompletableFuture.failedFuture(cause)));
              }
            })
        .hasCause(cause);
    CompletableFuture<String> chained =
        CompletableFuture.<String>failedFuture(cause).thenApply(String::trim);
    assertThatThrownBy(
            () -> {
              try (Run run = start()) {
                run.call(A, step -> step.await(chained));
              }
            })
        .hasCause(cause);
  }

  @Test
  void aFailureStopsAFutureThatAStepAwaits() {
    CompletableFuture<String> never = new CompletableFuture<>();
    CountDownLatch in = new CountDownLatch(1);
    assertThatThrownBy(
            () -> {
              try (Run run = start()) {
                run.fork(
                    A,
                    step -> {
                      in.countDown();
                      return step.await(never);
                    });
                run.call(
                    B,
                    step -> {
                      Await.latch(in);
                      throw new IOException();
                    });
              }
            })
        .isInstanceOf(StepFailedException.class);
    assertThat(never).isCancelled();
  }

  @Test
  void aRunThatIsLeftWithoutAResultIsCancelled() {
    CountDownLatch in = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    try (Run run = start()) {
      run.forkAction(
          A,
          step -> {
            in.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              interrupted.set(true);
            }
          });
      run.perform(B, step -> Await.latch(in));
    }
    assertThat(interrupted).isTrue();
  }
}
