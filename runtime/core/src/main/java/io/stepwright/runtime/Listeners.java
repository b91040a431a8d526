package io.stepwright.runtime;

import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The listeners of a runtime. What one of them throws is logged once and changes nothing. */
final class Listeners {

  private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

  private final RunListener[] listeners;
  private final AtomicIntegerArray failed;

  Listeners(List<RunListener> listeners) {
    this.listeners = listeners.toArray(RunListener[]::new);
    this.failed = new AtomicIntegerArray(this.listeners.length);
  }

  boolean isEmpty() {
    return listeners.length == 0;
  }

  void emit(RunEvent event) {
    for (int i = 0; i < listeners.length; i++) {
      try {
        listeners[i].onEvent(event);
      } catch (Throwable e) {
        if (failed.compareAndSet(i, 0, 1)) {
          LOG.log(
              System.Logger.Level.WARNING,
              "The listener "
                  + listeners[i].getClass().getName()
                  + " failed; its further failures are not logged.",
              e);
        }
      }
    }
  }
}
