package io.stepwright.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.runtime.Await;
import io.stepwright.runtime.CapturedLog;
import io.stepwright.runtime.LackingThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AlarmsTest {

  private final Alarms alarms = new Alarms(DaemonThreads::daemon, "timer");
  private final List<String> rung = new CopyOnWriteArrayList<>();

  private final class Named extends Alarms.Alarm {
    private final String name;
    private final CountDownLatch latch;

    Named(String name, CountDownLatch latch) {
      this.name = name;
      this.latch = latch;
    }

    @Override
    protected void ring() {
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
  void anAlarmWithoutAThreadIsNotSetAndTheNextOneTriesAgain() throws Exception {
    LackingThreads lacking = new LackingThreads("timer");
    Alarms some = new Alarms(lacking, "timer");
    CountDownLatch both = new CountDownLatch(2);
    assertThatThrownBy(() -> some.set(new Named("first", both), in(1)))
        .isInstanceOf(LackingThreads.LackError.class);
    assertThat(some.count()).isZero();
    lacking.end();
    some.set(new Named("second", both), in(1));
    some.set(new Named("third", both), in(20));
    Await.latch(both);
    assertThat(rung).containsExactly("second", "third");
  }

  @Test
  void ifTheThreadEndsByAnErrorTheNextAlarmStartsAnother() throws Exception {
    CountDownLatch said = new CountDownLatch(1);
    AtomicReference<Thread> first = new AtomicReference<>();
    try (CapturedLog log =
        new CapturedLog(
            Alarms.class,
            message -> {
              first.set(Thread.currentThread());
              Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {});
              said.countDown();
              throw new LackingThreads.LackError();
            })) {
      alarms.set(new Named("broken", new CountDownLatch(1)), in(1));
      Await.latch(said);
      first.get().join();
      CountDownLatch other = new CountDownLatch(1);
      alarms.set(new Named("other", other), in(1));
      Await.latch(other);
      assertThat(log.messages()).hasSize(1);
    }
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
