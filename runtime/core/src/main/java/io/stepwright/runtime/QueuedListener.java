package io.stepwright.runtime;

import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A listener that is told on a thread of its own, of one event after the other. The thread is there
 * while there is something to tell.
 */
final class QueuedListener implements ListenerCalls {

  private static final System.Logger LOG = System.getLogger(Listeners.class.getName());
  private static final long IDLE_SECONDS = 5;

  private final GuardedListener listener;
  private final ThreadPoolExecutor thread;
  private final AtomicLong missed = new AtomicLong();
  private volatile boolean closed;

  QueuedListener(GuardedListener listener, int mostWaiting) {
    this.listener = listener;
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(mostWaiting),
            task -> StepThreads.daemon(task, "stepwright-listener"));
    thread.allowCoreThreadTimeOut(true);
  }

  @Override
  public boolean wantsContent() {
    return listener.wantsContent();
  }

  @Override
  public void tell(RunEvent event) {
    execute(() -> listener.tell(event));
  }

  @Override
  public void tell(RunEvent.Attempted attempt, ModelContent content) {
    execute(() -> listener.tell(attempt, content));
  }

  private void execute(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      // One line a time that it falls behind, when the first is lost: the last may never come.
      if (missed.getAndIncrement() == 0 && !closed) {
        LOG.log(
            System.Logger.Level.WARNING,
            "The listener %s is too slow: %d events wait, and it is not told of further ones until it has caught up."
                .formatted(listener.name(), thread.getQueue().size()));
      }
      return;
    }
    long lost = missed.get();
    if (lost > 0 && missed.compareAndSet(lost, 0)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The listener %s was not told of %d events.".formatted(listener.name(), lost));
    }
  }

  @Override
  public void finish() {
    closed = true;
    thread.shutdown();
  }

  @Override
  public void await(long nanos) {
    try {
      if (thread.awaitTermination(nanos, TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    long left = thread.shutdownNow().size() + missed.get();
    LOG.log(
        System.Logger.Level.WARNING,
        "The listener %s did not end in time; it was not told of %d events."
            .formatted(listener.name(), left));
  }
}
