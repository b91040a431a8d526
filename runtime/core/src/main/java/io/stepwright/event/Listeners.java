package io.stepwright.event;

import io.stepwright.background.DaemonThreads;
import io.stepwright.spi.ListenerSettings;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import io.stepwright.spi.ToolContent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The listeners of a runtime. Their failures do not affect runs. Thread-safe. */
public final class Listeners implements AutoCloseable {

  private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final ListenerCalls[] listeners;
  private final boolean wantContent;
  private final AtomicBoolean closed = new AtomicBoolean();

  public Listeners(List<RunListener> listeners, DaemonThreads threads) {
    this(listeners, threads, RunListener.MOST_WAITING);
  }

  /**
   * Makes the listeners.
   *
   * @param threads makes threads for the asynchronous listeners
   * @param mostWaiting the maximum number of queued events of each asynchronous listener
   */
  public Listeners(List<RunListener> listeners, DaemonThreads threads, int mostWaiting) {
    this.listeners = new ListenerCalls[listeners.size()];
    boolean content = false;
    for (int i = 0; i < this.listeners.length; i++) {
      this.listeners[i] = calls(listeners.get(i), threads, mostWaiting);
      content |= this.listeners[i].wantsContent();
    }
    this.wantContent = content;
  }

  /** Passes settings to listeners. A listener that throws keeps its own. */
  public static List<RunListener> configure(
      List<RunListener> listeners, ListenerSettings settings) {
    for (RunListener listener : listeners) {
      try {
        listener.configure(settings);
      } catch (Throwable e) {
        logger()
            .log(
                System.Logger.Level.WARNING,
                "The listener " + listener.getClass().getName() + " did not accept its settings.",
                e);
      }
    }
    return listeners;
  }

  private static ListenerCalls calls(RunListener listener, DaemonThreads threads, int mostWaiting) {
    GuardedListener guarded = new GuardedListener(listener);
    return guarded.onCallingThread() ? guarded : new QueuedListener(guarded, threads, mostWaiting);
  }

  /** Tells whether a listener wants the events of the run that starts now. */
  public boolean areListening() {
    for (ListenerCalls listener : listeners) {
      if (listener.isListening()) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a listener wants the texts of requests and answers. */
  boolean wantContent() {
    return wantContent;
  }

  void emit(RunEvent event) {
    for (ListenerCalls listener : listeners) {
      listener.tell(event);
    }
  }

  void emit(RunEvent.Attempted attempt, ModelContent content) {
    for (ListenerCalls listener : listeners) {
      if (listener.wantsContent()) {
        listener.tell(attempt, content);
      }
    }
  }

  void emit(RunEvent.ToolEnded call, ToolContent content) {
    for (ListenerCalls listener : listeners) {
      if (listener.wantsContent()) {
        listener.tell(call, content);
      }
    }
  }

  /** Waits a limited time until all listeners have received everything. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    long end = System.nanoTime() + CLOSE_NANOS;
    for (ListenerCalls listener : listeners) {
      listener.finish();
    }
    for (ListenerCalls listener : listeners) {
      listener.await(end - System.nanoTime());
    }
  }

  /** Looks the logger up when it is needed, because the first one loads the logging of the JDK. */
  private static System.Logger logger() {
    return System.getLogger(Listeners.class.getName());
  }
}
