package io.stepwright.engine;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;

/**
 * A thread that executes the body of a step, and the interrupts that the engine sends to it.
 *
 * <p>When the thread leaves the body, the engine's interrupt is cleared, so that it does not leak;
 * an interrupt from elsewhere is kept. Bodies nest (a step may run another agent, or call a step),
 * so all bodies on one thread share the counters of the outermost one.
 */
final class BodyThread {

  private final Thread thread = Thread.currentThread();
  private final BodyThread root;

  // Guarded by the lock of the body's run.
  private boolean interrupted;
  private boolean left;

  // Counters of the root only, whose nested bodies may belong to several runs. A monitor suffices,
  // because nothing blocks while it is held.
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

  /** Interrupts the thread if it still executes the body. Under the lock of the body's run. */
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

  /** Ends the body. Called by the thread itself, under the lock of the body's run. */
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
        // From here on the thread's own flag keeps the outside interrupt.
        root.interruptedFromOutside = false;
      }
    }
  }
}
