package io.stepwright.engine.graph;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** A node with work for threads. */
public abstract class Claimable<T> extends Node<T> {

  Claimable(Awaiter awaiter, StepInfo info, @Nullable StepKey key) {
    super(awaiter, info, key);
  }

  /** Takes work for the calling thread; null if there is none that is ready and unclaimed. */
  public abstract @Nullable Work claim();

  /** Whether there is work that is ready and unclaimed. */
  public abstract boolean hasWork();

  /**
   * How many threads are to be started for it now, beyond those that are on their way.
   *
   * @param most how many at most
   */
  public abstract int startThreads(int most);

  /** Whether threads are on their way to it, each of which will see whether more are needed. */
  public abstract boolean hasThreadsComing();

  /** A thread is on its way that was not started for it. */
  abstract void threadComes();

  /** One of the threads that were on their way is there. */
  public abstract void threadArrived();

  /**
   * Tells whether all that a thread could come for was claimed. The one method that threads may
   * call at any time.
   */
  public abstract boolean isTaken();
}
