package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShutdownDelayTest {

  private static final Duration MINUTES = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final ShutdownDelay.Limits LONG = new ShutdownDelay.Limits(MINUTES, MINUTES);

  private final CountDownLatch ended = new CountDownLatch(1);

  /** Takes the lock that the JDK takes first when the JVM begins to end. */
  private Thread end() throws Exception {
    Class<?> monitor = Class.forName("java.lang.Shutdown", false, null);
    Thread thread =
        new Thread(
            () -> {
              synchronized (monitor) {
                ended.countDown();
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Test
  void theEndWaitsUntilTheWorkIsDone() throws Exception {
    Thread ending =
        ShutdownDelay.during(
            () -> {
              Thread end = end();
              while (end.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
              }
              assertThat(ended.getCount()).isEqualTo(1);
              return end;
            },
            LONG);
    ending.join();
    assertThat(ended.getCount()).isZero();
  }

  /** Simulates work that needs a lock held by the exiting thread. */
  @Test
  void theEndDoesNotWaitForWorkThatWaits() throws Exception {
    ShutdownDelay.during(
        () -> {
          end();
          ended.await();
          return true;
        },
        new ShutdownDelay.Limits(MINUTES, SHORT));
  }

  @Test
  void theEndDoesNotWaitForWorkThatHangs() throws Exception {
    ShutdownDelay.during(
        () -> {
          end();
          while (ended.getCount() > 0) {
            Thread.onSpinWait();
          }
          return true;
        },
        new ShutdownDelay.Limits(SHORT, MINUTES));
  }

  /** Uses a limit long enough for a busy machine. */
  @Test
  void theEndWaitsForWorkThatGoesOn() throws Exception {
    ShutdownDelay.during(
        () -> {
          end();
          long start = System.nanoTime();
          while (System.nanoTime() - start < 10 * SHORT.toNanos()) {
            Thread.onSpinWait();
          }
          assertThat(ended.getCount()).isEqualTo(1);
          return true;
        },
        new ShutdownDelay.Limits(MINUTES, SHORT));
  }

  @Test
  void failuresEndItToo() throws Exception {
    assertThatThrownBy(
            () ->
                ShutdownDelay.during(
                    () -> {
                      throw new IOException("broken");
                    },
                    LONG))
        .isInstanceOf(IOException.class)
        .hasMessage("broken");
    end();
    ended.await();
  }

  @Test
  void twoDoNotHinderEachOther() throws Exception {
    Thread other = new Thread(() -> ShutdownDelay.during(() -> true, LONG));
    ShutdownDelay.during(
        () -> {
          other.start();
          return true;
        },
        LONG);
    other.join();
  }

  @Test
  void nothingIsDoneOnceTheThreadIsInterrupted() throws Exception {
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () ->
                ShutdownDelay.during(
                    () -> {
                      throw new AssertionError("done");
                    },
                    LONG))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    end();
    ended.await();
  }
}
