package io.stepwright.benchmarks.measure;

import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.contender.Pace;
import io.stepwright.benchmarks.contender.StepExecutor;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.flow.Expected;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.result.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Many runs of the guide's flow at once, whose steps take the same time each. */
public final class Load {

  /** The name of this part. */
  public static final String PART = "load";

  /** How many steps of the flow come one after another. */
  private static final int DEPTH = 2;

  private Load() {}

  /**
   * Measures.
   *
   * @param counts how many runs at once
   * @param millis how long a step takes
   * @param warmMillis how long to go on before it counts; the first time of all is told by itself
   * @param url of a model server that holds every question as long
   * @param times how often
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

  /** From when callers that are there already may begin until the last run has ended. */
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
