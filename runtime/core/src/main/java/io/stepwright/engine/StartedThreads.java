package io.stepwright.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Counts the threads that were started for a run and have not come yet.
 *
 * <p>A caller whose steps take no time does them itself, and the threads find nothing to do. But
 * callers that never block may keep every carrier of virtual threads, and the threads of thousands
 * of runs would pile up until memory is gone. So the caller of a run that has ended steps aside
 * until its threads have come.
 */
final class StartedThreads {

  /** No longer than this, because what waits for the caller may be all that keeps the carriers. */
  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final AtomicInteger coming = new AtomicInteger();
  private volatile @Nullable Thread awaiting;

  void started() {
    coming.incrementAndGet();
  }

  /** One of them is there, or could not be started. */
  void came() {
    if (coming.decrementAndGet() == 0) {
      // Of no effect if nobody waits.
      LockSupport.unpark(awaiting);
    }
  }

  /** Lets them come; on the thread of the caller, holding nothing. */
  void letCome() {
    if (coming.get() == 0) {
      return;
    }
    Thread.yield();
    if (coming.get() > 0) {
      // Carriers may prefer a caller that has only yielded to threads that were just started.
      awaiting = Thread.currentThread();
      if (coming.get() > 0) {
        LockSupport.parkNanos(this, LONGEST_WAIT_NANOS);
      }
      awaiting = null;
    }
  }
}
