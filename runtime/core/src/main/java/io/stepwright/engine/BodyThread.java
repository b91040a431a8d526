package io.stepwright.engine;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;

/**
 * A thread while it is inside the body of a step, and the interrupts that we send to it.
 *
 * <p>When the thread leaves the body our interrupt is cleared, so that none leaks; one that came
 * from outside is kept. Bodies nest (a step may run another agent, or call a step), so all bodies
 * on one thread share the account of the outermost one.
 */
final class BodyThread {

  private final Thread thread = Thread.currentThread();
  private final BodyThread root;

  // Guarded by the lock of the body's run.
  private boolean interrupted;
  private boolean left;

  // Of the root only, whose bodies may belong to several runs. A monitor will do, because nothing
  // blocks while it is held.
  @GuardedBy("this")
  private int interrupts;

  @GuardedBy("this")
  private boolean interruptedFromOutside;

  BodyThread(@Nullable BodyThread outer) {
    this.root = outer == null ? this : outer.root;
  }

  Thread thread() {
    return thread;
  }

  /** Interrupts the thread if it is still inside. Under the lock of the body's run. */
  void interrupt() {
    if (left || interrupted) {
      return;
    }
    interrupted = true;
    synchronized (root) {
      if (root.interrupts == 0 && thread.isInterrupted()) {
        root.interruptedFromOutside = true;
      }
      root.interrupts++;
      thread.interrupt();
    }
  }

  /** Called by the thread itself, at the end of the body. Under the lock of the body's run. */
  void leave() {
    left = true;
    if (!interrupted) {
      return;
    }
    synchronized (root) {
      Thread.interrupted();
      root.interrupts--;
      if (root.interrupts > 0 || root.interruptedFromOutside) {
        thread.interrupt();
      }
      if (root.interrupts == 0) {
        // The thread's own flag tells it from here on.
        root.interruptedFromOutside = false;
      }
    }
  }
}
