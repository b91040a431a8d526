package io.stepwright.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Counts the threads that were started for a run and have not begun to run yet.
 *
 * <p>If the steps take no time, the caller thread runs them itself and the started threads find
 * nothing to do. But callers that never block may occupy every carrier of virtual threads, and the
 * threads of thousands of runs would pile up until memory is exhausted. So the caller of a run that
 * has ended yields once, and then waits at most one millisecond for the run's threads to begin.
 */
final class StartedThreads {

  /** Bounded, because the code after the caller may be all that frees the carriers. */
  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final AtomicInteger coming = new AtomicInteger();
  private volatile @Nullable Thread awaiting;

  void started() {
    coming.incrementAndGet();
  }

  /** Counts a thread that has begun, or that could not be started. */
  void began() {
    if (coming.decrementAndGet() == 0) {
      // No effect if no thread waits.
      LockSupport.unpark(awaiting);
    }
  }

  /**
   * Gives the started threads time to begin: yields once, and if threads are still to begin, parks
   * for at most {@link #LONGEST_WAIT_NANOS}. Called on the caller thread, without locks.
   */
  void yieldToStarted() {
    if (coming.get() == 0) {
      return;
    }
    Thread.yield();
    if (coming.get() > 0) {
      // The scheduler may prefer a caller that has only yielded to threads that were just started.
      awaiting = Thread.currentThread();
      if (coming.get() > 0) {
        LockSupport.parkNanos(this, LONGEST_WAIT_NANOS);
      }
      awaiting = null;
    }
  }
}
