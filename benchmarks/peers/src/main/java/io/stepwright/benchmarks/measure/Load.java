package io.stepwright.benchmarks.measure;

import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.contender.Pace;
import io.stepwright.benchmarks.contender.StepExecutor;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.flow.Expected;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.process.Counters;
import io.stepwright.benchmarks.result.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Measures many concurrent runs of the guide's flow, whose steps take the same time each. */
public final class Load {

  /** The name of this part of the benchmark. */
  public static final String PART = "load";

  /** The number of steps on the critical path of the flow. */
  private static final int DEPTH = 2;

  private Load() {}

  /**
   * Measures a peer.
   *
   * @param peer the peer
   * @param pace the work of the steps
   * @param counts the numbers of concurrent runs
   * @param millis the time of a step in milliseconds
   * @param warmMillis the time to warm up in milliseconds; the very first time is reported
   *     separately
   * @param url the URL of a model server that holds every question for the same time
   * @param times the number of measurements
   * @param rows receives the figures
   */
  public static void measure(
      Peer peer,
      Pace pace,
      List<Integer> counts,
      int millis,
      long warmMillis,
      String url,
      int times,
      Consumer<Row> rows)
      throws Exception {
    try (Contender contender = peer.create(Flow.GUIDE, pace, id -> millis, url)) {
      for (int count : counts) {
        long start = System.nanoTime();
        double first = wallMillis(contender, count);
        rows.accept(row(peer, pace, count).with("firstRatio", first / (DEPTH * millis)));
        while (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(warmMillis)) {
          wallMillis(contender, count);
        }
        for (int i = 0; i < times; i++) {
          double wall = wallMillis(contender, count);
          rows.accept(
              row(peer, pace, count)
                  .with("millis", wall)
                  .with("ratio", wall / (DEPTH * millis))
                  .with("peakThreads", Counters.peakThreads())
                  .with("megabytes", Counters.peakMegabytes()));
        }
      }
    }
  }

  private static Row row(Peer peer, Pace pace, int count) {
    return Row.of(PART)
        .with("peer", peer.name())
        .with("pace", pace.name())
        .with("count", Integer.toString(count));
  }

  /**
   * Returns the milliseconds from the start signal to waiting callers until the end of the last
   * run.
   */
  private static double wallMillis(Contender contender, int count) throws Exception {
    int expected = Expected.of(Flow.GUIDE, 7);
    CountDownLatch there = new CountDownLatch(count);
    CountDownLatch begin = new CountDownLatch(1);
    ExecutorService callers = StepExecutor.create();
    try {
      List<Future<Integer>> results = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        results.add(
            callers.submit(
                () -> {
                  there.countDown();
                  begin.await();
                  return contender.run(7);
                }));
      }
      there.await();
      long start = System.nanoTime();
      begin.countDown();
      for (Future<Integer> result : results) {
        int got = result.get(120, TimeUnit.SECONDS);
        if (got != expected) {
          throw new IllegalStateException("Wrong: " + got + ", not " + expected);
        }
      }
      return (System.nanoTime() - start) / 1e6;
    } finally {
      callers.shutdownNow();
    }
  }
}
