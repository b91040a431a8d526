package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.C;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FanOutTest {

  private static final StepInfo LABELS = StepInfo.code(AGENT, "labels");

  private final ProtocolListener protocol = new ProtocolListener();
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();

  @AfterEach
  void eventsAreInOrder() {
    assertThat(Thread.interrupted()).as("a leaked interrupt").isFalse();
    assertThat(protocol.violations()).isEmpty();
    assertThat(protocol.openRuns()).isZero();
  }

  private AgentRuntime runtime() {
    return AgentRuntime.builder()
        .listener(protocol)
        .listener(Immediately.tell(events::add))
        .build();
  }

  private AgentRuntime runtime(Executor executor) {
    return AgentRuntime.builder().listener(protocol).executor(executor).build();
  }

  private List<String> of(StepKey step) {
    return events.stream()
        .filter(event -> event instanceof RunEvent.StepEvent e && e.step().equals(step))
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  private static StepKey item(int index) {
    return new StepKey("labels", 0, false, index);
  }

  private static final StepKey WHOLE = new StepKey("labels", 0, false);

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void resultsHaveTheOrderOfTheItemsWhateverEndsFirst() {
    CountDownLatch[] ended = new CountDownLatch[8];
    Arrays.setAll(ended, i -> new CountDownLatch(1));
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<String> labels =
          run.each(
              LABELS.atOnce(8),
              () -> numbers(8),
              (step, n) -> {
                if (n < 7) {
                  // The last item ends first, the first one last.
                  Await.latch(ended[n + 1]);
                }
                ended[n].countDown();
                return "label " + n;
              });
      List<String> all = labels.join();
      assertThat(all).isEqualTo(numbers(8).stream().map(n -> "label " + n).toList());
      assertThat(labels.get()).isSameAs(all);
      assertThat(labels.item(3)).isEqualTo("label 3");
      assertThatThrownBy(() -> labels.item(8)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> all.add("x")).isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> all.set(0, "x")).isInstanceOf(UnsupportedOperationException.class);
      run.result(1);
    }
    assertThat(of(WHOLE)).containsExactly("Requested", "Ready", "Finished");
    for (int i = 0; i < 8; i++) {
      assertThat(of(item(i))).containsExactly("Requested", "Ready", "Started", "Finished");
    }
  }

  @Test
  void exactlySoManyAreInFlight() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier four = new CyclicBarrier(4);
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Integer> labels =
          run.each(
              LABELS.atOnce(4),
              () -> numbers(40),
              (step, n) -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                // Exactly four at a time, otherwise the barrier would break.
                Await.barrier(four);
                inside.decrementAndGet();
                return n;
              });
      assertThat(labels.join()).isEqualTo(numbers(40));
      run.result(1);
    }
    assertThat(most).hasValue(4);
  }

  @Test
  void aThousandItemsAreInFlightAtOnce() {
    int size = 1000;
    CyclicBarrier all = new CyclicBarrier(size);
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Integer> labels =
          run.each(
              LABELS.atOnce(size),
              () -> numbers(size),
              (step, n) -> {
                Await.barrier(all);
                return n;
              });
      assertThat(labels.join()).isEqualTo(numbers(size));
      run.result(1);
    }
  }

  @Test
  void noMoreThreadsAreStartedThanAreOfUse() {
    AtomicInteger alive = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger started = new AtomicInteger();
    Executor counting =
        task -> {
          started.incrementAndGet();
          new Thread(
                  () -> {
                    most.accumulateAndGet(alive.incrementAndGet(), Math::max);
                    try {
                      task.run();
                    } finally {
                      alive.decrementAndGet();
                    }
                  })
              .start();
        };
    CyclicBarrier four = new CyclicBarrier(4);
    try (AgentRuntime runtime = runtime(counting);
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Integer> labels =
          run.each(
              LABELS.atOnce(4),
              () -> numbers(400),
              (step, n) -> {
                Await.barrier(four);
                return n;
              });
      assertThat(labels.join()).hasSize(400);
      run.result(1);
    }
    assertThat(most.get()).isBetween(3, 4);
    // The thread that ends an item runs the next one itself.
    assertThat(started).hasValue(4);
  }

  @Test
  void anEmptyListIsAValue() {
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Integer> labels =
          run.each(LABELS.atOnce(4), () -> List.<Integer>of(), (step, n) -> n + 1);
      Forked<Integer> size = run.after(labels).fork(A, step -> labels.get().size());
      Forked<List<Integer>> again = run.each(B.atOnce(2), labels, (step, n) -> n);
      assertThat(size.join()).isZero();
      assertThat(labels.join()).isEmpty();
      assertThat(again.joinOptional()).contains(List.of());
      run.result(1);
    }
    assertThat(of(WHOLE)).containsExactly("Requested", "Ready", "Finished");
  }

  @Test
  void theListIsTakenWhenTheConditionsAreMet() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<List<Integer>> list =
          run.fork(
              A,
              step -> {
                Await.latch(end);
                return numbers(3);
              });
      ForkedEach<Integer> given =
          run.after(list).each(LABELS.atOnce(2), list::get, (step, n) -> n + 1);
      ForkedEach<Integer> over = run.each(B.atOnce(2), list, (step, n) -> n + 2);
      Forked<Integer> none =
          run.onlyIf(list, l -> l.size() > 3, "it does not hold").fork(C, step -> 1);
      ForkedEach<Integer> absent =
          run.after(none).each(StepInfo.code(AGENT, "d").atOnce(2), list, (step, n) -> n);
      ForkedEach<Integer> further =
          run.each(StepInfo.code(AGENT, "e").atOnce(2), absent, (step, n) -> n);
      end.countDown();
      assertThat(given.join()).containsExactly(1, 2, 3);
      assertThat(over.join()).containsExactly(2, 3, 4);
      assertThat(absent.joinOptional()).isEmpty();
      assertThat(further.joinOptional()).isEmpty();
      run.result(1);
    }
    assertThat(of(new StepKey("d", 0, false))).containsExactly("Requested", "Skipped");
    assertThat(of(new StepKey("e", 0, false))).containsExactly("Requested", "Skipped");
  }

  @Test
  void optionalItemsStayInTheList() {
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Optional<Integer>> odd =
          run.each(
              LABELS.atOnce(2),
              () -> numbers(3),
              (step, n) -> n % 2 == 1 ? Optional.of(n) : Optional.empty());
      assertThat(odd.join()).containsExactly(Optional.empty(), Optional.of(1), Optional.empty());
      run.result(1);
    }
  }

  @Test
  void nullsFailTheRunNamingTheItem() {
    assertFails(
        run -> run.each(LABELS.atOnce(2), FanOutTest::noList, (step, n) -> n),
        "The list of items of step 'labels' of agent Onboarding is null");
    assertFails(
        run -> run.each(LABELS.atOnce(2), () -> Arrays.asList(1, null), (step, n) -> n),
        "Item 1 of step 'labels' of agent Onboarding is null");
    assertFails(
        run -> run.each(LABELS, () -> numbers(5), (step, n) -> n == 3 ? null : n),
        "Item 3 of step 'labels' of agent Onboarding returned null");
    assertFails(
        run ->
            run.<Integer, Integer>each(
                LABELS.atOnce(2),
                () -> {
                  throw new IllegalStateException();
                },
                (step, n) -> n),
        "The list of items of step 'labels' of agent Onboarding failed");
    assertThatThrownBy(
            () -> {
              try (AgentRuntime runtime = runtime();
                  Run run = runtime.wiring(AGENT).start(ENTRY)) {
                run.each(LABELS.atOnce(0), () -> numbers(1), (step, n) -> n);
              }
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'labels'");
  }

  @SuppressWarnings("NullAway")
  private static List<Integer> noList() {
    return null;
  }

  private void assertFails(
      java.util.function.Function<Run, ForkedEach<Integer>> each, String message) {
    assertThatThrownBy(
            () -> {
              try (AgentRuntime runtime = runtime();
                  Run run = runtime.wiring(AGENT).start(ENTRY)) {
                run.result(each.apply(run).join());
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(((AgentException) e).step()).isEqualTo("labels"));
  }

  @Test
  void theFirstItemThatFailsEndsTheOthers() {
    CountDownLatch in = new CountDownLatch(2);
    AtomicInteger interrupted = new AtomicInteger();
    AtomicInteger begun = new AtomicInteger();
    assertThatThrownBy(
            () -> {
              try (AgentRuntime runtime = runtime();
                  Run run = runtime.wiring(AGENT).start(ENTRY)) {
                ForkedEach<Integer> labels =
                    run.each(
                        LABELS.atOnce(3),
                        () -> numbers(100),
                        (step, n) -> {
                          begun.incrementAndGet();
                          if (n == 2) {
                            Await.latch(in);
                            throw new IOException();
                          }
                          in.countDown();
                          try {
                            new CountDownLatch(1).await();
                          } catch (InterruptedException e) {
                            interrupted.incrementAndGet();
                            throw e;
                          }
                          return n;
                        });
                run.result(labels.join());
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("Item 2 of step 'labels'")
        .hasCauseInstanceOf(IOException.class);
    assertThat(begun).hasValue(3);
    assertThat(interrupted).hasValue(2);
    assertThat(of(item(2))).endsWith("Failed");
    assertThat(of(item(0))).endsWith("Cancelled");
    assertThat(of(item(3))).isEmpty();
    assertThat(of(WHOLE)).containsExactly("Requested", "Ready", "Cancelled");
  }

  @Test
  void anItemIsRetriedInItsOwnPlace() {
    ConcurrentHashMap<Integer, Integer> attempts = new ConcurrentHashMap<>();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Integer> labels =
          run.each(
              LABELS.retry(3).atOnce(2),
              () -> numbers(6),
              (step, n) -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
                if (attempts.merge(n, 1, Integer::sum) < 3 && n % 2 == 0) {
                  throw new IOException();
                }
                return n;
              });
      assertThat(labels.join()).isEqualTo(numbers(6));
      run.result(1);
    }
    assertThat(attempts).containsEntry(0, 3).containsEntry(1, 1).containsEntry(4, 3);
    assertThat(most.get()).isLessThanOrEqualTo(2);
    assertThat(of(item(2)))
        .containsExactly(
            "Requested",
            "Ready",
            "Started",
            "AttemptStarted",
            "Attempted",
            "AttemptStarted",
            "Attempted",
            "AttemptStarted",
            "Attempted",
            "Finished");
  }

  @Test
  void theTimeLimitIsThatOfOneItem() {
    assertThatThrownBy(
            () -> {
              try (AgentRuntime runtime = runtime();
                  Run run = runtime.wiring(AGENT).start(ENTRY)) {
                ForkedEach<Integer> labels =
                    run.each(
                        LABELS.within(Duration.ofMillis(50)),
                        () -> numbers(3),
                        (step, n) -> {
                          if (n == 2) {
                            new CountDownLatch(1).await();
                          }
                          return n;
                        });
                run.result(labels.join());
              }
            })
        .isInstanceOf(StepTimeoutException.class)
        .hasMessageContaining("Item 2 of step 'labels'");
    assertThat(of(item(1))).endsWith("Finished");
    assertThat(of(item(2))).endsWith("Failed");
  }

  @Test
  void theDeadlineOfTheRunEndsItems() {
    EntryPointInfo brief = EntryPointInfo.of(AGENT, "brief").within(Duration.ofSeconds(2));
    assertThatThrownBy(
            () -> {
              try (AgentRuntime runtime = runtime();
                  Run run = runtime.wiring(AGENT).start(brief)) {
                ForkedEach<Integer> labels =
                    run.each(
                        LABELS.atOnce(20),
                        () -> numbers(50),
                        (step, n) -> {
                          new CountDownLatch(1).await();
                          return n;
                        });
                run.result(labels.join());
              }
            })
        .isInstanceOf(RunTimeoutException.class)
        .hasMessageContaining("'labels[")
        .hasMessageContaining("12 more");
  }

  @Test
  void whatIsNotNeededIsStopped() throws Exception {
    CountDownLatch in = new CountDownLatch(2);
    AtomicInteger interrupted = new AtomicInteger();
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      run.each(
          LABELS.atOnce(2),
          () -> numbers(100),
          (step, n) -> {
            in.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              interrupted.incrementAndGet();
              throw e;
            }
            return n;
          });
      Await.latch(in);
      run.result(1);
    }
    assertThat(interrupted).hasValue(2);
    assertThat(of(item(0))).containsExactly("Requested", "Ready", "Started", "NotNeeded");
    assertThat(of(item(2))).isEmpty();
    assertThat(of(WHOLE)).containsExactly("Requested", "Ready", "NotNeeded");
  }

  @Test
  void allItemsOfASideEffectAreWaitedFor() {
    AtomicInteger sent = new AtomicInteger();
    CountDownLatch resulted = new CountDownLatch(1);
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Integer> source =
          run.each(
              A.atOnce(2),
              () -> numbers(20),
              (step, n) -> {
                Await.latch(resulted);
                return n;
              });
      run.eachAction(
          LABELS.withSideEffect().atOnce(3), source, (step, n) -> sent.incrementAndGet());
      run.fork(B, step -> new CountDownLatch(1).getCount());
      resulted.countDown();
      run.result(1);
    }
    assertThat(sent).hasValue(20);
    assertThat(of(WHOLE)).endsWith("Finished");
  }

  @Test
  void aFanOutWithoutValuesIsDone() {
    AtomicInteger sum = new AtomicInteger();
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<Void> list =
          run.eachAction(LABELS.atOnce(2), () -> numbers(5), (step, n) -> sum.addAndGet(n));
      Forked<Void> index = run.eachIndexAction(A.atOnce(2), () -> 5, (step, i) -> sum.addAndGet(i));
      Forked<Integer> after = run.after(list, index).fork(B, step -> sum.get());
      assertThat(list.join()).isNull();
      assertThat(after.join()).isEqualTo(20);
      run.result(1);
    }
  }

  @Test
  void anyExecutorIsEnough() {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      for (Executor executor : List.<Executor>of(one, Runnable::run, task -> {})) {
        try (AgentRuntime runtime = runtime(executor);
            Run run = runtime.wiring(AGENT).start(ENTRY)) {
          ForkedEach<Integer> first =
              run.each(A.atOnce(16), () -> numbers(3_000), (step, n) -> n + 1);
          ForkedEach<Integer> second = run.each(B.atOnce(4), first, (step, n) -> n * 2);
          ForkedEach<Integer> zip =
              run.eachIndex(
                  C.atOnce(5),
                  () -> 3_000,
                  (step, i) -> first.item(i) + second.item(i),
                  first,
                  second);
          assertThat(zip.join()).isEqualTo(numbers(3_000).stream().map(n -> 3 * (n + 1)).toList());
          int size = run.after(zip).call(LABELS, step -> zip.get().size());
          assertThat(run.result(size)).isEqualTo(3_000);
        }
      }
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  void aCallerThatWaitsHelpsWithWhatBecomesReady() {
    Thread caller = Thread.currentThread();
    ExecutorService one = Executors.newSingleThreadExecutor();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch helped = new CountDownLatch(1);
    try (AgentRuntime runtime = runtime(one);
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<List<Integer>> list =
          run.fork(
              A,
              step -> {
                begun.countDown();
                Await.until("waiting caller", () -> caller.getState() == Thread.State.WAITING);
                return numbers(2);
              });
      ForkedEach<Integer> labels =
          run.each(
              LABELS.atOnce(2),
              list,
              (step, n) -> {
                if (Thread.currentThread() == caller) {
                  helped.countDown();
                } else {
                  // This is the only worker thread, so the caller has to run the other item.
                  Await.latch(helped);
                }
                return n;
              });
      run.perform(B, step -> Await.latch(begun));
      assertThat(labels.join()).hasSize(2);
      run.result(1);
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  void anExecutorThatRefusesFailsTheRun() {
    assertThatThrownBy(
            () -> {
              try (AgentRuntime runtime =
                      runtime(
                          task -> {
                            throw new java.util.concurrent.RejectedExecutionException();
                          });
                  Run run = runtime.wiring(AGENT).start(ENTRY)) {
                run.result(run.each(LABELS.atOnce(2), () -> numbers(3), (step, n) -> n).join());
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("'labels'");
  }

  @Test
  void itemsThatWaitOrHaveEndedAreNoObjects() throws Exception {
    int count = 10_000;
    CountDownLatch in = new CountDownLatch(4);
    CountDownLatch end = new CountDownLatch(1);
    try (AgentRuntime runtime = AgentRuntime.builder().build();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Integer> labels =
          run.each(
              LABELS.atOnce(4),
              () -> Collections.nCopies(count, 1),
              (step, n) -> {
                in.countDown();
                Await.latch(end);
                return n;
              });
      Await.latch(in);
      long inFlight = Reachable.from(labels);
      end.countDown();
      assertThat(labels.join()).hasSize(count);
      // Four items with their state, and the runtime itself.
      assertThat(inFlight).isBetween(20L, 300L);
      assertThat(Reachable.from(labels)).isLessThan(inFlight);
      run.result(1);
    }
  }
}
