package io.stepwright.openai;

import java.net.http.HttpTimeoutException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Aborts bodies that are not complete in time. Thread-safe. Its one thread never blocks, and ends a
 * few seconds after the last guarded body.
 */
final class BodyTimer implements AutoCloseable {

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "stepwright-openai-timer");
            thread.setDaemon(true);
            return thread;
          });

  BodyTimer() {
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(5, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
  }

  /**
   * Aborts the body at its deadline.
   *
   * @param deadline the deadline, as {@link System#nanoTime}
   */
  void guard(BoundedBody body, long deadline) {
    Future<?> alarm =
        timer.schedule(
            () -> body.abort(new HttpTimeoutException("the body is not complete in time")),
            deadline - System.nanoTime(),
            TimeUnit.NANOSECONDS);
    body.getBody().whenComplete((blocks, failure) -> alarm.cancel(false));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
