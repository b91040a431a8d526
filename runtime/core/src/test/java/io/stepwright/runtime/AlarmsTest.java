package io.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AlarmsTest {

  private final Alarms alarms = new Alarms();
  private final List<String> rung = new CopyOnWriteArrayList<>();

  private final class Named extends Alarms.Alarm {
    private final String name;
    private final CountDownLatch latch;

    Named(String name, CountDownLatch latch) {
      this.name = name;
      this.latch = latch;
    }

    @Override
    void ring() {
      rung.add(name);
      latch.countDown();
      if (name.equals("broken")) {
        throw new IllegalStateException();
      }
    }
  }

  private static long in(long millis) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Test
  void anEarlierAlarmWakesTheThread() throws Exception {
    CountDownLatch late = new CountDownLatch(1);
    CountDownLatch early = new CountDownLatch(1);
    Named far = new Named("far", late);
    alarms.set(far, in(3_600_000));
    alarms.set(new Named("near", early), in(20));
    Await.latch(early);
    assertThat(rung).containsExactly("near");
    assertThat(alarms.count()).isEqualTo(1);
    alarms.cancel(far);
    alarms.cancel(far);
    assertThat(alarms.count()).isZero();
  }

  @Test
  void aCancelledAlarmNeverRingsAndABrokenOneHurtsNoOther() throws Exception {
    CountDownLatch none = new CountDownLatch(1);
    CountDownLatch all = new CountDownLatch(101);
    try (CapturedLog log = new CapturedLog(Alarms.class, message -> {})) {
      List<Named> cancelled = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        Named never = new Named("never", none);
        cancelled.add(never);
        alarms.set(never, in(3_000));
        alarms.set(new Named("yes", all), in(30 + i % 7));
      }
      alarms.set(new Named("broken", all), in(10));
      cancelled.forEach(alarms::cancel);
      Await.latch(all);
      assertThat(rung).hasSize(101).doesNotContain("never");
      assertThat(alarms.count()).isZero();
      Await.until("the log", () -> log.messages().size() == 1);
    }
  }

  @Test
  void theThreadEndsWhenThereIsNothingToDoAndComesBack() throws Exception {
    for (int i = 0; i < 3; i++) {
      CountDownLatch rings = new CountDownLatch(1);
      alarms.set(new Named("x", rings), in(1));
      Await.latch(rings);
      alarms.close();
    }
    assertThat(rung).hasSize(3);
  }
}
