package io.stepwright.recording;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.report.Cost;
import io.stepwright.spi.NestedRuns;
import io.stepwright.spi.RunEvent;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Adds up the runs that are started inside of one run. Thread-safe. */
public final class NestedSums {

  private final AtomicLong runs = new AtomicLong();
  private final RunCounts counts = new RunCounts();
  private final @Nullable Costs costs;
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private Cost cost = Cost.NONE;

  /**
   * Sums that are empty.
   *
   * @param costs of the run around the others; null if nobody wants to know what they cost
   */
  public NestedSums(@Nullable Costs costs) {
    this.costs = costs;
  }

  /** Adds what has happened in a run inside. */
  public void add(RunEvent event) {
    if (event instanceof RunEvent.RunStarted) {
      runs.incrementAndGet();
    }
    counts.add(event);
    if (costs != null && event instanceof RunEvent.Attempted attempt) {
      lock.lock();
      try {
        cost = cost.plus(costs.of(attempt));
      } finally {
        lock.unlock();
      }
    }
  }

  public NestedRuns sums() {
    return new NestedRuns(
        runs.get(),
        counts.steps(),
        counts.calls(),
        counts.again(),
        counts.hits(),
        counts.inputTokens(),
        counts.outputTokens());
  }

  /** The price of their requests, by the prices of the run around them. */
  Cost cost() {
    lock.lock();
    try {
      return cost;
    } finally {
      lock.unlock();
    }
  }
}
