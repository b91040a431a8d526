package io.stepwright.it.tools;

import static io.stepwright.it.tools.Desk.TICKET;
import static io.stepwright.it.tools.Desk.calls;
import static io.stepwright.it.tools.Desk.done;
import static io.stepwright.it.tools.Desk.orders;
import static io.stepwright.it.tools.Desk.rate;
import static io.stepwright.it.tools.Desk.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.support.Waiting;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.Received;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tools at the same time, one after another, and stopped. */
@Timeout(90)
class ToolThreadsTest {

  private final Desk desk = new Desk();
  private final AtomicInteger inside = new AtomicInteger();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void toolsWithoutSideEffectsOverlapAndEffectsFollow() {
    CyclicBarrier together = new CyclicBarrier(3);
    desk.shop.orders =
        () -> {
          Waiting.at(together);
          return List.of();
        };
    desk.shop.rate =
        () -> {
          Waiting.at(together);
          return Optional.empty();
        };
    desk.shop.pay =
        () -> {
          assertThat(inside.incrementAndGet()).isEqualTo(1);
          inside.decrementAndGet();
          return 0;
        };
    desk.server.next(
        calls(refund("a", 1), orders("b"), rate("c", "A"), refund("d", 2), rate("e", "B")), done());
    desk.refunds.resolve(TICKET);
    assertThat(desk.shop.done).hasSize(5).endsWith("pay c7 1 for o1", "pay c7 2 for o1");
    assertThat(desk.told(1))
        .containsExactly(
            "{\"orderId\":\"o1\",\"cents\":1}",
            "[]",
            "null",
            "{\"orderId\":\"o1\",\"cents\":2}",
            "null");
  }

  private List<Refunds.Order> hang(CountDownLatch in) throws InterruptedException {
    inside.incrementAndGet();
    in.countDown();
    try {
      new CountDownLatch(1).await();
      return List.of();
    } finally {
      inside.decrementAndGet();
    }
  }

  @Test
  void aCancelInterruptsToolsAndRunsNoFurtherOne() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    desk.shop.orders = () -> hang(in);
    desk.server.next(calls(orders("a"), refund("b", 1)));
    CompletableFuture<Refunds.Resolution> later = desk.refunds.resolveLater(TICKET);
    Waiting.on(in);
    later.cancel(true);
    Waiting.until(() -> inside.get() == 0, "the interrupt of the tool");
    desk.runtime.close(); // Waits for the run.
    assertThat(desk.shop.done).containsExactly("orders of c7 OPEN");
    assertThat(desk.server.count()).isEqualTo(1);
  }

  @Test
  void aCancelAbortsTheTurnOnTheWire() throws Exception {
    desk.server.next(calls(refund("a", 1)), done().heldBy(new Gate()));
    CompletableFuture<Refunds.Resolution> later = desk.refunds.resolveLater(TICKET);
    Received second = desk.server.awaitCount(2);
    later.cancel(true);
    second.awaitAborted(Duration.ofSeconds(20));
    desk.runtime.close();
    assertThat(desk.shop.done).containsExactly("pay c7 1 for o1");
    assertThat(desk.server.count()).isEqualTo(2);
  }
}
