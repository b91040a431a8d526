package io.stepwright.benchmarks.measure;

import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.contender.Pace;
import io.stepwright.benchmarks.contender.StepExecutor;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.process.Counters;
import io.stepwright.benchmarks.result.Row;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Measures the cost of a run of empty steps. */
public final class Overhead {

  /** The name of this part of the benchmark. */
  public static final String PART = "overhead";

  private static final int COUNTED_RUNS = 200;

  private Overhead() {}

  /**
   * Measures all flows.
   *
   * @param peer the peer
   * @param flows the flows
   * @param warmMillis the time to warm up for each flow in milliseconds, doubled for the first flow
   * @param windowMillis the length of each window in milliseconds
   * @param windows the number of windows
   * @param rows receives the figures
   */
  public static void measure(
      Peer peer,
      List<Flow> flows,
      long warmMillis,
      long windowMillis,
      int windows,
      Consumer<Row> rows)
      throws Exception {
    // The first flow starts in a cold JVM.
    long warm = 2 * warmMillis;
    for (Flow flow : flows) {
      if (peer.runs(flow, Pace.EMPTY)) {
        try (Contender contender = peer.create(flow, Pace.EMPTY, id -> 0, "")) {
          measure(peer, flow, contender, warm, windowMillis, windows, rows);
        }
        warm = warmMillis;
      }
    }
  }

  private static void measure(
      Peer peer,
      Flow flow,
      Contender contender,
      long warmMillis,
      long windowMillis,
      int windows,
      Consumer<Row> rows)
      throws Exception {
    try (Saturation saturation = new Saturation(contender, flow)) {
      saturation.measure(warmMillis);
      for (int i = 0; i < windows; i++) {
        Saturation.Cost cost = saturation.measure(windowMillis);
        rows.accept(
            row(peer, flow)
                .with("cpuMicros", cost.cpuNanos() / 1e3)
                .with("bytes", cost.bytes())
                .with("runsPerSecond", cost.runsPerSecond()));
      }
    }
    // Pool threads that are still alive do not count as started.
    int peak = Counters.peakThreads();
    rows.accept(
        row(peer, flow)
            .with("latencyMicros", latencyMicros(contender, windowMillis))
            .with("threadsStarted", StartedThreads.of(contender, COUNTED_RUNS))
            .with("peakThreads", peak));
  }

  private static Row row(Peer peer, Flow flow) {
    return Row.of(PART).with("peer", peer.name()).with("flow", flow.name());
  }

  /** Returns the median time in microseconds of sequential runs of one caller. */
  private static double latencyMicros(Contender contender, long millis) throws Exception {
    ExecutorService caller = StepExecutor.create();
    try {
      return caller.submit(() -> latency(contender, millis)).get(60, TimeUnit.SECONDS);
    } finally {
      caller.shutdown();
    }
  }

  private static double latency(Contender contender, long millis) throws Exception {
    long[] nanos = new long[200_000];
    int count = 0;
    long start = System.nanoTime();
    long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
    while (count < nanos.length && start < end) {
      contender.run(7);
      long now = System.nanoTime();
      nanos[count++] = now - start;
      start = now;
    }
    Arrays.sort(nanos, 0, count);
    return nanos[count / 2] / 1e3;
  }
}
