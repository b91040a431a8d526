package io.stepwright.recording;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.report.Cost;
import io.stepwright.spi.NestedRuns;
import io.stepwright.spi.RunEvent;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The sums of the runs that are started inside of one run. Thread-safe. */
public final class NestedSums {

  private final AtomicLong runs = new AtomicLong();
  private final RunCounts counts = new RunCounts();
  private final @Nullable Costs costs;
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private Cost cost = Cost.NONE;

  /**
   * Makes empty sums.
   *
   * @param costs the costs of the enclosing run; null if the cost is not wanted
   */
  public NestedSums(@Nullable Costs costs) {
    this.costs = costs;
  }

  /** Adds an event of a nested run. */
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

  /** Returns the cost of their requests, by the prices of the enclosing run. */
  Cost cost() {
    lock.lock();
    try {
      return cost;
    } finally {
      lock.unlock();
    }
  }
}
