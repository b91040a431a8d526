package io.stepwright.event;

import io.stepwright.background.DaemonThreads;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A listener that receives one event after the other on a thread of its own. The thread lives while
 * there are events.
 */
final class QueuedListener implements ListenerCalls {

  private static final System.Logger LOG = System.getLogger(Listeners.class.getName());
  private static final long IDLE_SECONDS = 5;
  private static final long SAY_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final GuardedListener listener;
  private final ThreadPoolExecutor thread;
  private final AtomicLong missed = new AtomicLong();
  private final AtomicLong saidNanos = new AtomicLong(System.nanoTime() - SAY_NANOS - 1);

  QueuedListener(GuardedListener listener, DaemonThreads threads, int mostWaiting) {
    this.listener = listener;
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(mostWaiting),
            task -> threads.make(task, "stepwright-listener"));
    thread.allowCoreThreadTimeOut(true);
  }

  @Override
  public boolean isListening() {
    return listener.isListening();
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
      missed(null);
    } catch (Throwable e) {
      // The thread could not be started, which does not affect the run.
      missed(e);
    }
  }

  private void missed(@Nullable Throwable failure) {
    missed.incrementAndGet();
    long last = saidNanos.get();
    long now = System.nanoTime();
    // Logged at most once a minute, not for each event or each time that the listener falls behind.
    if (now - last <= SAY_NANOS || !saidNanos.compareAndSet(last, now)) {
      return;
    }
    String why =
        failure == null
            ? String.format(
                Locale.ROOT,
                "is too slow: %d events wait, and it is not told of further ones until it has"
                    + " caught up.",
                thread.getQueue().size())
            : "is not told of events, as its thread cannot be started.";
    LOG.log(
        System.Logger.Level.WARNING,
        String.format(
            Locale.ROOT,
            "The listener %s %s It has missed %d.",
            listener.name(),
            why,
            missed.get()),
        failure);
  }

  @Override
  public void finish() {
    thread.shutdown();
  }

  @Override
  public void await(long nanos) {
    boolean ended = false;
    try {
      ended = thread.awaitTermination(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    long lost = missed.get() + (ended ? 0 : thread.shutdownNow().size());
    if (lost > 0 || !ended) {
      LOG.log(
          System.Logger.Level.WARNING,
          String.format(
              Locale.ROOT,
              "The listener %s was not told of %d events%s.",
              listener.name(),
              lost,
              ended ? "" : ", and did not end when the runtime closed"));
    }
  }
}
