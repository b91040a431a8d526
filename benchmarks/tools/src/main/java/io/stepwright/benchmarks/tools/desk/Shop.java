package io.stepwright.benchmarks.tools.desk;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The code behind the tool, which counts its calls. Thread-safe. */
public final class Shop {

  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final @Nullable CyclicBarrier barrier;
  private final long patienceMillis;

  private Shop(@Nullable CyclicBarrier barrier, long patienceMillis) {
    this.barrier = barrier;
    this.patienceMillis = patienceMillis;
  }

  /** Returns a shop that answers at once. */
  public static Shop immediate() {
    return new Shop(null, 0);
  }

  /**
   * Returns a shop in which each call waits until a number of them are there at the same time, so
   * that {@link #overlap} does not depend on their speed.
   *
   * @param parties the number of calls
   * @param patienceMillis the time after which the calls go on although fewer are there, in
   *     milliseconds
   */
  public static Shop meeting(int parties, long patienceMillis) {
    return new Shop(new CyclicBarrier(parties), patienceMillis);
  }

  /** The method of the tool. */
  public List<Order> orders(String customer, Status status) {
    calls.incrementAndGet();
    if (barrier != null) {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      meet(barrier);
      inside.decrementAndGet();
    }
    return List.of(
        new Order(customer + "-1", 1_200, status), new Order(customer + "-2", 50, status));
  }

  private void meet(CyclicBarrier all) {
    try {
      all.await(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      // The calls come one after another; a broken barrier lets the others pass.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the number of calls. */
  public int calls() {
    return calls.get();
  }

  /** Returns the maximum number of calls at the same time; 0 unless they {@link #meeting meet}. */
  public int overlap() {
    return most.get();
  }
}
