package io.stepwright.event;

import io.stepwright.background.DaemonThreads;
import io.stepwright.background.Mailbox;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.ToolContent;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A listener that receives one event after the other on a thread of its own. The thread lives while
 * there are events.
 */
final class QueuedListener implements ListenerCalls {

  private static final long SAY_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final GuardedListener listener;
  private final Mailbox events;
  private final AtomicLong missed = new AtomicLong();
  private final AtomicLong saidNanos = new AtomicLong(System.nanoTime() - SAY_NANOS - 1);

  QueuedListener(GuardedListener listener, DaemonThreads threads, int mostWaiting) {
    this.listener = listener;
    events = new Mailbox(threads, "stepwright-listener", mostWaiting);
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
    put(() -> listener.tell(event));
  }

  @Override
  public void tell(RunEvent.Attempted attempt, ModelContent content) {
    put(() -> listener.tell(attempt, content));
  }

  @Override
  public void tell(RunEvent.ToolEnded call, ToolContent content) {
    put(() -> listener.tell(call, content));
  }

  private void put(Runnable tell) {
    try {
      if (!events.offer(tell)) {
        missed(null);
      }
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
                "is too slow: %d events are queued, and further events are dropped until it has"
                    + " caught up.",
                events.waiting())
            : "receives no events, because its thread cannot be started.";
    logger()
        .log(
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
    events.close();
  }

  @Override
  public void await(long nanos) {
    boolean ended = events.await(nanos);
    long lost = missed.get() + (ended ? 0 : events.abandon());
    if (lost > 0 || !ended) {
      logger()
          .log(
              System.Logger.Level.WARNING,
              String.format(
                  Locale.ROOT,
                  "The listener %s did not receive %d events%s.",
                  listener.name(),
                  lost,
                  ended ? "" : ", and did not end when the runtime closed"));
    }
  }

  /** Looks the logger up when it is needed, because the first one loads the logging of the JDK. */
  private static System.Logger logger() {
    return System.getLogger(Listeners.class.getName());
  }
}
