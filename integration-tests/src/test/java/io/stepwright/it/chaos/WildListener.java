package io.stepwright.it.chaos;

import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Throws exceptions at random, and is slow. */
final class WildListener implements RunListener {

  private final boolean onCallingThread;
  private final AtomicInteger heard = new AtomicInteger();

  WildListener(boolean onCallingThread) {
    this.onCallingThread = onCallingThread;
  }

  @Override
  public boolean onCallingThread() {
    return onCallingThread;
  }

  /** Returns the number of events received. */
  int heard() {
    return heard.get();
  }

  @Override
  public void onEvent(RunEvent event) {
    switch (heard.incrementAndGet() % 7) {
      case 0 -> throw new IllegalStateException("a listener's own");
      case 1 -> throw new AssertionError("a listener's own");
      case 2 -> LockSupport.parkNanos(1_000_000);
      default -> {}
    }
  }
}
