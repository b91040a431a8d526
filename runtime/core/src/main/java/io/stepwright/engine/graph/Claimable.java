package io.stepwright.engine.graph;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** A node with work for threads. Guarded by the run's lock, unless noted. */
public abstract class Claimable<T> extends Node<T> {

  Claimable(Awaiter awaiter, StepInfo info, @Nullable StepKey key) {
    super(awaiter, info, key);
  }

  /** Claims work for the calling thread. Returns null if no unclaimed work is ready. */
  public abstract @Nullable Work claim();

  /** Tells whether unclaimed work is ready. */
  public abstract boolean hasWork();

  /**
   * Returns the number of threads to start now, besides those that were started and have not begun,
   * and counts them as started.
   *
   * @param most the maximum number
   */
  public abstract int startThreads(int most);

  /**
   * Tells whether threads were started for this node and have not begun; each of them will check
   * whether more are needed.
   */
  public abstract boolean hasThreadsComing();

  /** Counts a thread that will look for work here, although it was not started for this node. */
  abstract void threadComes();

  /** Uncounts a started thread that has begun. */
  public abstract void threadArrived();

  /** Tells whether all work was claimed. May be called without the lock. */
  public abstract boolean isTaken();
}
