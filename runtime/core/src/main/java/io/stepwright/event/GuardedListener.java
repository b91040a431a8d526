package io.stepwright.event;

import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import io.stepwright.spi.ToolContent;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * A listener that is called synchronously. Its first exception is logged, later ones are ignored.
 */
final class GuardedListener implements ListenerCalls {

  private final RunListener listener;
  private final AtomicBoolean failed = new AtomicBoolean();
  private final boolean onCallingThread;
  private final boolean wantsContent;

  GuardedListener(RunListener listener) {
    this.listener = listener;
    this.onCallingThread = asked(RunListener::onCallingThread);
    this.wantsContent = asked(RunListener::wantsContent);
  }

  /** Returns the name of the listener for messages. */
  String name() {
    return listener.getClass().getName();
  }

  boolean onCallingThread() {
    return onCallingThread;
  }

  @Override
  public boolean isListening() {
    return asked(RunListener::isListening);
  }

  @Override
  public boolean wantsContent() {
    return wantsContent;
  }

  @Override
  public void tell(RunEvent event) {
    try {
      listener.onEvent(event);
    } catch (Throwable e) {
      log(e);
    }
  }

  @Override
  public void tell(RunEvent.Attempted attempt, ModelContent content) {
    try {
      listener.onContent(attempt, content);
    } catch (Throwable e) {
      log(e);
    }
  }

  @Override
  public void tell(RunEvent.ToolEnded call, ToolContent content) {
    try {
      listener.onContent(call, content);
    } catch (Throwable e) {
      log(e);
    }
  }

  private boolean asked(Predicate<RunListener> question) {
    try {
      return question.test(listener);
    } catch (Throwable e) {
      log(e);
      return false;
    }
  }

  private void log(Throwable failure) {
    if (failed.compareAndSet(false, true)) {
      logger()
          .log(
              System.Logger.Level.WARNING,
              "The listener " + name() + " failed; its further failures are not logged.",
              failure);
    }
  }

  /** Looks the logger up when it is needed, because the first one loads the logging of the JDK. */
  private static System.Logger logger() {
    return System.getLogger(Listeners.class.getName());
  }
}
