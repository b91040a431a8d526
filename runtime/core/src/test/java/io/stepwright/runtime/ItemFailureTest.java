package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.RunEvent;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fan-outs that go on when an item fails, and failures that end the run nevertheless. */
@Timeout(60)
class ItemFailureTest {

  private static final StepInfo EMPTY = StepInfo.code(AGENT, "labels").leavingEmpty();
  private static final StepInfo GIVEN = StepInfo.code(AGENT, "labels").givingFailures();
  private static final StepInfo NEXT = StepInfo.code(AGENT, "next");

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

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static int odd(int number) {
    if (number % 2 == 0) {
      throw new IllegalArgumentException("even");
    }
    return number;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100})
  void theOthersGoOnAndSoDoesWhatFollows(int atOnce) {
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Optional<Integer>> labels =
          run.each(EMPTY.atOnce(atOnce), () -> numbers(100), (step, n) -> odd(n)).orEmpty();
      ForkedEach<Integer> next = run.each(NEXT.atOnce(atOnce), labels, (step, n) -> n.orElse(-1));
      List<Integer> all = run.result(next.join());
      assertThat(all).isEqualTo(numbers(100).stream().map(n -> n % 2 == 0 ? -1 : n).toList());
      assertThat(labels.get().get(0)).isEmpty();
    }
    assertThat(events).filteredOn(RunEvent.Failed.class::isInstance).hasSize(50);
    assertThat(events)
        .filteredOn(RunEvent.RunEnded.class::isInstance)
        .singleElement()
        .satisfies(end -> assertThat(((RunEvent.RunEnded) end).errorType()).isNull());
  }

  @Test
  void aFailureNamesItsItem() {
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<ItemResult<Integer>> labels =
          ItemResult.of(run.each(GIVEN.atOnce(2), () -> numbers(2), (step, n) -> odd(n)));
      List<ItemResult<Integer>> all = run.result(labels.join());
      assertThat(all.get(0).failure().orElseThrow())
          .isInstanceOf(StepFailedException.class)
          .hasMessageContaining("Item 0 of step 'labels'")
          .hasRootCauseMessage("even");
      assertThat(all.get(1)).isEqualTo(ItemResult.of(1));
    }
  }

  @Test
  void theItemsOwnTimeLimitIsItsFailure() {
    StepInfo limited = GIVEN.within(Duration.ofMillis(20));
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<ItemResult<Integer>> labels =
          ItemResult.of(
              run.each(
                  limited,
                  () -> numbers(1),
                  (step, n) -> {
                    new CountDownLatch(1).await();
                    return n;
                  }));
      assertThat(run.result(labels.join()).get(0).failure().orElseThrow())
          .isInstanceOf(StepTimeoutException.class);
    }
  }

  @Test
  void theDeadlineOfTheRunEndsIt() {
    EntryPointInfo entry = EntryPointInfo.of(AGENT, "short").within(Duration.ofMillis(50));
    assertThatThrownBy(
            () -> {
              try (AgentRuntime runtime = runtime();
                  Run run = runtime.wiring(AGENT).start(entry)) {
                run.result(
                    run.each(
                            EMPTY,
                            () -> numbers(3),
                            (step, n) -> {
                              new CountDownLatch(1).await();
                              return n;
                            })
                        .join());
              }
            })
        .isInstanceOf(RunTimeoutException.class);
  }

  @Test
  void aCancelEndsTheRun() throws InterruptedException {
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch out = new CountDownLatch(1);
    try (AgentRuntime runtime = runtime()) {
      CompletableFuture<List<Optional<Integer>>> future =
          runtime
              .wiring(AGENT)
              .async(
                  ENTRY,
                  run ->
                      run.each(
                              EMPTY,
                              () -> numbers(1),
                              (step, n) -> {
                                in.countDown();
                                try {
                                  new CountDownLatch(1).await();
                                } finally {
                                  out.countDown();
                                }
                                return n;
                              })
                          .orEmpty()
                          .join());
      Await.latch(in);
      future.cancel(true);
      Await.latch(out);
    }
    assertThat(events)
        .filteredOn(RunEvent.RunEnded.class::isInstance)
        .singleElement()
        .satisfies(end -> assertThat(((RunEvent.RunEnded) end).errorType()).isEqualTo("cancelled"));
  }

  @Test
  void anErrorEndsTheRun() {
    assertThatThrownBy(
            () -> {
              try (AgentRuntime runtime = runtime();
                  Run run = runtime.wiring(AGENT).start(ENTRY)) {
                run.result(
                    run.each(
                            EMPTY,
                            () -> numbers(3),
                            (step, n) -> {
                              throw new AssertionError("broken");
                            })
                        .join());
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasRootCauseInstanceOf(AssertionError.class);
  }

  @Test
  void aListThatCannotBeReadEndsTheRun() {
    assertThatThrownBy(
            () -> {
              try (AgentRuntime runtime = runtime();
                  Run run = runtime.wiring(AGENT).start(ENTRY)) {
                run.result(
                    run.<Integer, Integer>each(
                            EMPTY,
                            () -> {
                              throw new IllegalStateException("no list");
                            },
                            (step, n) -> n)
                        .join());
              }
            })
        .isInstanceOf(StepFailedException.class);
  }

  @Test
  void onlyWhatLeavesItemsEmptyGivesThemAsOptional() {
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Integer> next = run.each(NEXT, () -> numbers(1), (step, n) -> n);
      assertThatThrownBy(next::orEmpty).isInstanceOf(IllegalStateException.class);
      assertThat(run.<Integer>absentEach(EMPTY, "why").orEmpty().joinOptional()).isEmpty();
      run.result(next.join());
    }
  }
}
