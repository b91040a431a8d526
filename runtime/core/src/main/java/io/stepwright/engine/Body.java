package io.stepwright.engine;

import io.stepwright.background.IntrusiveList;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a step's body in the records of its run: the executing thread, and the reason of
 * a stop.
 */
abstract class Body extends IntrusiveList.Link<Body> {

  private final @Nullable Body enclosing;
  private final BodyThread thread;
  private final long startNanos = System.nanoTime();

  // Guarded by the lock of the run.
  private @Nullable StopReason stop;

  /**
   * Makes a body on the calling thread.
   *
   * @param enclosing the innermost body, of any run, that the thread is executing already, or null
   */
  Body(@Nullable Body enclosing) {
    this.enclosing = enclosing;
    this.thread = new BodyThread(enclosing == null ? null : enclosing.thread);
  }

  /**
   * Makes a body that belongs to another body and is executed on the calling thread.
   *
   * @param enclosing the body that waits for this one, on another thread
   * @param thread the calling thread
   */
  Body(Body enclosing, BodyThread thread) {
    this.enclosing = enclosing;
    this.thread = thread;
  }

  /** Returns the name of the step, with the index of the item and the alternative. */
  abstract String label();

  /** Tells whether this body executes tools of another body, which waits on another thread. */
  boolean isOfTools() {
    return false;
  }

  /** Tells whether the result no longer needs this step. Under the lock of the run. */
  abstract boolean isNotNeeded();

  /** Returns the body that the thread was executing already, or null. */
  @Nullable Body enclosing() {
    return enclosing;
  }

  BodyThread thread() {
    return thread;
  }

  long startNanos() {
    return startNanos;
  }

  /** Tells whether this is the given body or is nested in it on the same thread. */
  @SuppressWarnings("ReferenceEquality")
  boolean isInside(Body other) {
    Body body = this;
    while (body != null && body != other) {
      body = body.enclosing;
    }
    return body == other;
  }

  /**
   * Stops the body and interrupts its thread. Returns false if it was stopped before. Under the
   * lock of the run.
   */
  boolean stop(StopReason reason) {
    if (stop != null) {
      return false;
    }
    stop = reason;
    thread.interrupt();
    return true;
  }

  /** Returns the reason of the stop, or null. Under the lock of the run. */
  @Nullable StopReason stopped() {
    return stop;
  }
}
