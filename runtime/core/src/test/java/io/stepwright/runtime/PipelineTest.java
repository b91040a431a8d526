package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.C;
import static io.stepwright.runtime.Agents.D;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.Run;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fan-outs over fan-outs have no barrier between them. */
@Timeout(60)
class PipelineTest {

  private static final List<Integer> TWO = List.of(0, 1);

  private final ProtocolListener protocol = new ProtocolListener();
  private final AgentRuntime runtime = AgentRuntime.builder().listener(protocol).build();

  @AfterEach
  void eventsAreInOrder() {
    runtime.close();
    assertThat(protocol.violations()).isEmpty();
    assertThat(protocol.openRuns()).isZero();
  }

  @Test
  void anItemStartsAsSoonAsItsOwnSourceHasEnded() {
    CountDownLatch through = new CountDownLatch(1);
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Integer> first =
          run.each(
              A,
              () -> TWO,
              2,
              (step, n) -> {
                if (n == 1) {
                  // Ends only after item 0 has passed all three stages.
                  Await.latch(through);
                }
                return n;
              });
      ForkedEach<Integer> second = run.each(B, first, 2, (step, n) -> n + 10);
      ForkedEach<Integer> third =
          run.each(
              C,
              second,
              2,
              (step, n) -> {
                if (n == 10) {
                  through.countDown();
                }
                return n + 100;
              });
      assertThat(third.join()).containsExactly(110, 111);
      run.result(1);
    }
  }

  @Test
  void allItemsOfALaterStageAreInFlightAtOnce() {
    int size = 200;
    CyclicBarrier all = new CyclicBarrier(size);
    List<Integer> numbers = IntStream.range(0, size).boxed().toList();
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Integer> first = run.each(A, () -> numbers, size, (step, n) -> n);
      ForkedEach<Integer> second =
          run.each(
              B,
              first,
              size,
              (step, n) -> {
                Await.barrier(all);
                return n;
              });
      assertThat(second.join()).isEqualTo(numbers);
      run.result(1);
    }
  }

  @Test
  void aSmallWindowDoesNotHoldBackTheStageBefore() {
    CountDownLatch allOfFirst = new CountDownLatch(5);
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Integer> first =
          run.each(
              A,
              () -> List.of(0, 1, 2, 3, 4),
              2,
              (step, n) -> {
                allOfFirst.countDown();
                return n;
              });
      AtomicInteger inside = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      ForkedEach<Integer> second =
          run.each(
              B,
              first,
              1,
              (step, n) -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Await.latch(allOfFirst);
                inside.decrementAndGet();
                return n;
              });
      assertThat(second.join()).containsExactly(0, 1, 2, 3, 4);
      assertThat(most).hasValue(1);
      run.result(1);
    }
  }

  @Test
  void aZipWaitsForTheSameItemOfEach() {
    CountDownLatch through = new CountDownLatch(1);
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<List<Integer>> list = run.fork(D, step -> TWO);
      ForkedEach<Integer> left =
          run.each(
              A,
              list,
              2,
              (step, n) -> {
                if (n == 0) {
                  Await.latch(through);
                }
                return n;
              });
      ForkedEach<String> right = run.each(B, list, 2, (step, n) -> "r" + n);
      ForkedEach<String> zip =
          run.after(list)
              .eachIndex(
                  C,
                  () -> list.get().size(),
                  2,
                  (step, i) -> {
                    if (i == 1) {
                      through.countDown();
                    }
                    return left.item(i) + right.item(i) + list.get().get(i);
                  },
                  left,
                  right);
      assertThat(zip.join()).containsExactly("0r00", "1r11");
      run.result(1);
    }
  }

  @Test
  void aZipOfListsOfAnotherLengthFails() {
    assertThatThrownBy(
            () -> {
              try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
                ForkedEach<Integer> left = run.each(A, () -> TWO, 2, (step, n) -> n);
                run.result(run.eachIndex(C, () -> 3, 2, (step, i) -> left.item(i), left).join());
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("'c'")
        .hasRootCauseMessage("The list has 3 items, but step 'a', which it comes from, has 2.");
  }

  @Test
  void anOwnConditionHoldsBackAllItems() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger early = new AtomicInteger();
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Integer> first = run.each(A, () -> TWO, 2, (step, n) -> n);
      Forked<Boolean> go =
          run.fork(
              B,
              step -> {
                Await.latch(end);
                return true;
              });
      ForkedEach<Integer> second =
          run.when(go, yes -> yes, "it does not hold")
              .each(
                  C,
                  first,
                  2,
                  (step, n) -> {
                    early.addAndGet((int) end.getCount());
                    return n + 1;
                  });
      ForkedEach<Integer> none =
          run.when(go, yes -> !yes, "it does not hold").each(D, first, 2, (step, n) -> -1);
      assertThat(first.join()).isEqualTo(TWO);
      end.countDown();
      assertThat(second.join()).containsExactly(1, 2);
      assertThat(none.joinOptional()).isEmpty();
      assertThat(early).hasValue(0);
      run.result(1);
    }
  }

  @Test
  void anAbsentSourceMakesAllThatFollowAbsent() {
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<List<Integer>> list = run.forkOptional(A, step -> Optional.empty());
      ForkedEach<Integer> first = run.each(B, list, 2, (step, n) -> n);
      ForkedEach<Integer> second = run.each(C, first, 2, (step, n) -> n);
      Forked<List<Integer>> zip = run.eachIndex(D, () -> 2, 2, (step, i) -> second.item(i), second);
      assertThat(zip.joinOptional()).isEmpty();
      run.result(1);
    }
  }

  @Test
  void anArmMayBeAFanOut() {
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      ForkedEach<Integer> first = run.each(A, () -> TWO, 2, (step, n) -> n);
      Forked<List<Integer>> chosen =
          run.choose(B, arm -> arm.each(B, first, 2, (step, n) -> n + 1));
      ForkedEach<Integer> over = run.each(C, chosen, 2, (step, n) -> n + 1);
      assertThat(over.join()).containsExactly(2, 3);
      run.result(1);
    }
  }
}
