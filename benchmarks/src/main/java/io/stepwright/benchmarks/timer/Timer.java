package io.stepwright.benchmarks.timer;

import io.stepwright.background.Alarms;
import io.stepwright.background.DaemonThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Sets time limits: the runtime's timer, and what the JDK has for it. */
interface Timer extends AutoCloseable {

  /** Does something after a time, unless that is cancelled. */
  Limit set(long nanos, Runnable passed);

  @Override
  void close();

  /** The timers that are compared. */
  enum Kind {
    ALARMS("Alarms"),
    SCHEDULED("ScheduledThreadPoolExecutor"),
    FUTURE("CompletableFuture.orTimeout");

    final String title;

    Kind(String title) {
      this.title = title;
    }

    Timer create() {
      return switch (this) {
        case ALARMS -> new OfAlarms();
        case SCHEDULED -> new OfScheduled();
        case FUTURE -> new OfFutures();
      };
    }
  }

  /** The runtime's. */
  final class OfAlarms implements Timer {

    private final Alarms alarms = new Alarms(DaemonThreads::daemon, "timer");

    private final class Alarm extends Alarms.Alarm implements Limit {
      private final Runnable passed;

      Alarm(Runnable passed) {
        this.passed = passed;
      }

      @Override
      protected void ring() {
        passed.run();
      }

      @Override
      public void cancel() {
        alarms.cancel(this);
      }
    }

    @Override
    public Limit set(long nanos, Runnable passed) {
      Alarm alarm = new Alarm(passed);
      alarms.set(alarm, System.nanoTime() + nanos);
      return alarm;
    }

    @Override
    public void close() {
      alarms.close();
    }
  }

  /** A heap under one lock; what is cancelled leaves it, as it would pile up otherwise. */
  final class OfScheduled implements Timer {

    private final ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(1, task -> DaemonThreads.daemon(task, "timer"));

    OfScheduled() {
      executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Limit set(long nanos, Runnable passed) {
      Future<?> task = executor.schedule(passed, nanos, TimeUnit.NANOSECONDS);
      return () -> task.cancel(false);
    }

    @Override
    public void close() {
      executor.shutdownNow();
    }
  }

  /** A future with a time limit, which its completion takes back. */
  final class OfFutures implements Timer {

    @Override
    public Limit set(long nanos, Runnable passed) {
      CompletableFuture<Boolean> future = new CompletableFuture<>();
      future.orTimeout(nanos, TimeUnit.NANOSECONDS);
      future.whenComplete(
          (value, failure) -> {
            if (failure != null) {
              passed.run();
            }
          });
      return () -> future.complete(true);
    }

    @Override
    public void close() {
      // The JDK's own thread stays.
    }
  }
}
