package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.C;
import static io.stepwright.runtime.Agents.D;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.report.StepState;
import io.stepwright.spi.RunEvent;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConditionTest {

  private static final StepInfo E = StepInfo.code(AGENT, "e");
  private static final StepInfo F = StepInfo.code(AGENT, "f");

  private final ProtocolListener protocol = new ProtocolListener();
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();
  private final AgentRuntime runtime =
      AgentRuntime.builder().listener(protocol).listener(Immediately.tell(events::add)).build();

  @AfterEach
  void eventsAreInOrder() {
    runtime.close();
    assertThat(protocol.violations()).isEmpty();
    assertThat(protocol.openRuns()).isZero();
  }

  private List<String> of(String step) {
    return events.stream()
        .filter(event -> event instanceof RunEvent.StepEvent e && e.step().name().equals(step))
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  @Test
  void aStepStartsIfItsConditionHolds() {
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<Integer> a = run.fork(A, step -> 3);
      Forked<String> b =
          run.onlyIf(a, n -> n > 2, "it does not hold").fork(B, step -> "b" + a.get());
      Forked<String> c = run.onlyIf(a, n -> n > 3, "it does not hold").fork(C, step -> "never");
      Forked<String> d = run.after(a).onlyIfAbsent(c).fork(D, step -> "d" + a.get());
      Forked<String> e = run.after(a).onlyIfAbsent(b).fork(E, step -> "never");
      assertThat(b.join()).isEqualTo("b3");
      assertThat(c.joinOptional()).isEmpty();
      assertThat(d.join()).isEqualTo("d3");
      assertThat(e.joinOptional()).isEmpty();
      run.result(1);
    }
    assertThat(of("c")).containsExactly("Requested", "Skipped");
    assertThat(of("e")).containsExactly("Requested", "Skipped");
    assertThat(of("d")).containsExactly("Requested", "Ready", "Started", "Finished");
  }

  @Test
  void allConditionsMustHold() {
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<Integer> a = run.fork(A, step -> 3);
      Forked<Boolean> b = run.fork(B, step -> false);
      Forked<String> c =
          run.onlyIf(a, n -> n > 2, "it does not hold")
              .onlyIf(b, yes -> yes, "it does not hold")
              .fork(C, step -> "never");
      Forked<String> d =
          run.onlyIf(a, n -> n > 2, "it does not hold")
              .onlyIf(b, yes -> !yes, "it does not hold")
              .fork(D, step -> "d");
      assertThat(c.joinOptional()).isEmpty();
      assertThat(d.join()).isEqualTo("d");
      run.result(1);
    }
  }

  @Test
  void anAbsentRootMakesAStepAbsent() {
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<Integer> a = run.forkOptional(A, step -> Optional.empty());
      AtomicInteger evaluated = new AtomicInteger();
      Forked<String> b =
          run.onlyIf(a, n -> evaluated.incrementAndGet() > 0, "it does not hold")
              .fork(B, step -> "never");
      Forked<String> c = run.onlyIf(b, s -> true, "it does not hold").fork(C, step -> "never");
      Forked<String> d = run.onlyIfAbsent(c).fork(D, step -> "d");
      assertThat(d.join()).isEqualTo("d");
      assertThat(evaluated).hasValue(0);
      run.result(1);
    }
    assertThat(of("b")).containsExactly("Requested", "Skipped");
    assertThat(of("c")).containsExactly("Requested", "Skipped");
  }

  @Test
  void aFalseConditionDoesNotWaitForOtherInputs() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<String> slow =
          run.fork(
              A,
              step -> {
                Await.latch(end);
                return "a";
              });
      Forked<Integer> b = run.fork(B, step -> 1);
      Forked<String> c =
          run.after(slow).onlyIf(b, n -> n > 1, "it does not hold").fork(C, step -> "never");
      Forked<String> d = run.onlyIfAbsent(c).fork(D, step -> "d");
      // The slow input still runs: nobody waits for it.
      assertThat(d.join()).isEqualTo("d");
      assertThat(
              run.after(slow)
                  .onlyIf(b, n -> n > 1, "it does not hold")
                  .callOptional(E, step -> Optional.of(1)))
          .isEmpty();
      run.after(slow).onlyIfAbsent(b).perform(F, step -> end.await());
      end.countDown();
      assertThat(run.result(slow.join())).isEqualTo("a");
    }
  }

  @Test
  void aConditionOfAStepThatCannotStartIsNotEvaluated() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger evaluated = new AtomicInteger();
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<String> slow =
          run.fork(
              A,
              step -> {
                Await.latch(end);
                return "a";
              });
      Forked<String> absent = run.absent(B, "it is not asked for");
      Forked<Integer> there = run.fork(C, step -> 1);
      there.join();
      Forked<String> d =
          run.after(absent)
              .onlyIf(there, n -> evaluated.incrementAndGet() > 0, "it does not hold")
              .onlyIf(slow, s -> evaluated.incrementAndGet() > 0, "it does not hold")
              .fork(D, step -> "never");
      assertThat(d.joinOptional()).isEmpty();
      end.countDown();
      slow.join();
      run.finish();
    }
    assertThat(evaluated).hasValue(0);
  }

  @Test
  void aStepOnTheCallersThreadWaitsForItsConditions() throws Exception {
    CountDownLatch evaluated = new CountDownLatch(1);
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<Integer> a = run.fork(A, step -> 3);
      int b =
          run.onlyIf(
                  a,
                  n -> {
                    evaluated.countDown();
                    return true;
                  },
                  "it does not hold")
              .call(B, step -> a.get() + 1);
      assertThat(evaluated.getCount()).isZero();
      assertThatThrownBy(() -> run.onlyIf(a, n -> false, "it does not hold").call(C, step -> 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("'c'");
      run.result(b);
    }
    assertThat(of("b")).containsExactly("Requested", "Ready", "Started", "Finished");
    assertThat(of("c")).containsExactly("Requested", "Skipped");
  }

  @Test
  void aConditionThatThrowsFailsTheRunNamingTheStep() {
    IllegalStateException thrown = new IllegalStateException("of an accessor");
    assertThatThrownBy(
            () -> {
              try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
                Forked<Integer> a = run.fork(A, step -> 3);
                Forked<String> b =
                    run.onlyIf(
                            a,
                            n -> {
                              throw thrown;
                            },
                            "it does not hold")
                        .fork(B, step -> "never");
                run.result(b.join());
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("condition of step 'b'")
        .hasMessageNotContaining("accessor")
        .hasCause(thrown)
        .satisfies(e -> assertThat(((AgentException) e).step()).isEqualTo("b"));
    assertThat(of("b")).containsExactly("Requested", "Failed");
  }

  @Test
  void aConditionNeedsNoThreadOfItsOwn() throws Exception {
    AtomicInteger started = new AtomicInteger();
    CountDownLatch forked = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicReference<Thread> evaluatedBy = new AtomicReference<>();
    AtomicReference<Thread> ranBy = new AtomicReference<>();
    try (AgentRuntime counting =
        AgentRuntime.builder()
            .executor(
                task -> {
                  started.incrementAndGet();
                  new Thread(task).start();
                })
            .build()) {
      try (Run run = counting.wiring(AGENT).start(ENTRY)) {
        Forked<Thread> a =
            run.fork(
                A,
                step -> {
                  begun.countDown();
                  Await.latch(forked);
                  return Thread.currentThread();
                });
        Forked<String> no = run.onlyIf(a, t -> false, "it does not hold").fork(B, step -> "never");
        Forked<String> c =
            run.onlyIfAbsent(no)
                .onlyIf(
                    a,
                    t -> {
                      evaluatedBy.set(Thread.currentThread());
                      return true;
                    },
                    "it does not hold")
                .fork(
                    C,
                    step -> {
                      ranBy.set(Thread.currentThread());
                      ended.countDown();
                      return "c";
                    });
        run.perform(
            D,
            step -> {
              // The caller stays inside a step until the chain has run on another thread.
              Await.latch(begun);
              forked.countDown();
              Await.latch(ended);
            });
        assertThat(c.join()).isEqualTo("c");
        assertThat(a.get()).isSameAs(evaluatedBy.get()).isSameAs(ranBy.get());
        run.result(1);
      }
    }
    assertThat(started).hasValue(1);
  }

  @Test
  void conditionsHoldOnAnyExecutor() {
    for (var executor :
        List.<java.util.concurrent.Executor>of(
            task -> {}, Runnable::run, task -> new Thread(task).start())) {
      try (AgentRuntime other = AgentRuntime.builder().executor(executor).build();
          Run run = other.wiring(AGENT).start(ENTRY)) {
        Forked<Integer> a = run.fork(A, step -> 3);
        Forked<Integer> b =
            run.onlyIf(a, n -> n == 3, "it does not hold").fork(B, step -> a.get() + 1);
        Forked<Integer> c = run.onlyIf(b, n -> n == 3, "it does not hold").fork(C, step -> -1);
        Forked<Integer> d = run.after(b).onlyIfAbsent(c).fork(D, step -> b.get() + 1);
        assertThat(run.result(d.join())).isEqualTo(5);
      }
    }
  }

  @Test
  void aConditionOfWhatIsNotNeededIsNotEvaluated() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    AtomicInteger evaluated = new AtomicInteger();
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<Long> a =
          run.fork(
              A,
              step -> {
                in.countDown();
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  // Succeeds although it was interrupted.
                }
                return 1L;
              });
      run.onlyIf(a, n -> evaluated.incrementAndGet() > 0, "it does not hold")
          .fork(B, step -> "never");
      Await.latch(in);
      run.result(1);
    }
    assertThat(evaluated).hasValue(0);
    assertThat(of("b")).containsExactly("Requested", "NotNeeded");
  }

  @Test
  void aReportSaysWhyAStepWasSkipped() {
    try (AgentRuntime runtime = AgentRuntime.builder().build();
        Run run = runtime.wiring(AGENT).start(ENTRY.reported())) {
      Forked<Integer> a = run.fork(A, step -> 1);
      Forked<Integer> none = run.forkOptional(StepInfo.code(AGENT, "none"), s -> Optional.empty());
      Forked<Integer> b = run.onlyIf(a, n -> n > 1, "a is not above 1").fork(B, step -> 2);
      Forked<Integer> c = run.after(b).fork(C, step -> 3);
      Forked<Integer> d = run.onlyIfAbsent(a).fork(D, step -> 4);
      Forked<Integer> e =
          run.onlyIf(none, n -> true, "never said").fork(StepInfo.code(AGENT, "e"), step -> 5);
      Forked<List<Integer>> each =
          run.after(c).each(StepInfo.code(AGENT, "each"), () -> List.of(1), (step, n) -> n);
      run.skip(StepInfo.code(AGENT, "f"), "x is false");
      for (Forked<?> forked : List.of(b, c, d, e, each)) {
        assertThat(forked.joinOptional()).isEmpty();
      }
      assertThat(AgentResult.of(run, 1).report().steps())
          .filteredOn(step -> step.state() == StepState.SKIPPED)
          .extracting(step -> step.name() + ": " + step.reason())
          .containsExactlyInAnyOrder(
              "b: a is not above 1",
              "c: b is absent",
              "d: a is present",
              "e: none is absent",
              "each: c is absent",
              "f: x is false");
    }
  }
}
