package io.stepwright.engine;

import io.stepwright.background.IntrusiveList;
import org.jspecify.annotations.Nullable;

/**
 * One execution of the body of a step, as its run keeps account of it: the thread that is inside,
 * and why it was told to end.
 */
abstract class Body extends IntrusiveList.Link<Body> {

  private final @Nullable Body enclosing;
  private final BodyThread thread;
  private final long startNanos = System.nanoTime();

  // Guarded by the lock of the run.
  private @Nullable Stop stop;

  /**
   * A body on the calling thread.
   *
   * @param enclosing the body that the thread is in already, of whichever run; or null
   */
  Body(@Nullable Body enclosing) {
    this.enclosing = enclosing;
    this.thread = new BodyThread(enclosing == null ? null : enclosing.thread);
  }

  /** The name of the step, with the index of the item and the alternative. */
  abstract String label();

  /** Tells whether the result does not need its step any more. Under the lock of the run. */
  abstract boolean isNotNeeded();

  /** The body that the thread was in already, or null. */
  @Nullable Body enclosing() {
    return enclosing;
  }

  BodyThread thread() {
    return thread;
  }

  long startNanos() {
    return startNanos;
  }

  /** Tells whether this is the given body, or one that the same thread has begun inside of it. */
  @SuppressWarnings("ReferenceEquality")
  boolean isInside(Body other) {
    Body body = this;
    while (body != null && body != other) {
      body = body.enclosing;
    }
    return body == other;
  }

  /** Stops it and interrupts its thread; false if it was stopped before. Under the lock. */
  boolean stop(Stop reason) {
    if (stop != null) {
      return false;
    }
    stop = reason;
    thread.interrupt();
    return true;
  }

  /** Why it was stopped, or null. Under the lock of the run. */
  @Nullable Stop stopped() {
    return stop;
  }
}
