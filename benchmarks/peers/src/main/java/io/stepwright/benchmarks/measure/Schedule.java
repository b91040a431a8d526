package io.stepwright.benchmarks.measure;

import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.contender.Pace;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.flow.Expected;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.result.Row;
import java.util.List;
import java.util.function.Consumer;

/** Measures the duration of one run whose steps take time. */
public final class Schedule {

  /** The name of this part of the benchmark. */
  public static final String PART = "schedule";

  private static final int WARM_UP = 2;

  private Schedule() {}

  /**
   * Measures all flows.
   *
   * @param peer the peer
   * @param flows the flows
   * @param pace the work of the steps
   * @param url the URL of a model server that holds each question for the time of its step
   * @param warmMillis the time to warm up for each flow in milliseconds, at least two runs
   * @param times the number of measurements
   * @param rows receives the figures
   */
  public static void measure(
      Peer peer,
      List<Flow> flows,
      Pace pace,
      String url,
      long warmMillis,
      int times,
      Consumer<Row> rows)
      throws Exception {
    for (Flow flow : flows) {
      if (!peer.runs(flow, pace)) {
        continue;
      }
      int expected = Expected.of(flow, 7);
      try (Contender contender =
          peer.create(flow, pace, id -> flow.nodes().get(id - 1).millis(), url)) {
        warmUp(contender, expected, warmMillis);
        for (int i = 0; i < times; i++) {
          double millis = millis(contender, expected);
          rows.accept(
              Row.of(PART)
                  .with("peer", peer.name())
                  .with("flow", flow.name())
                  .with("pace", pace.name())
                  .with("millis", millis)
                  .with("ratio", millis / flow.criticalMillis()));
        }
      }
    }
  }

  private static void warmUp(Contender contender, int expected, long warmMillis) throws Exception {
    double left = warmMillis;
    for (int i = 0; i < WARM_UP || left > 0; i++) {
      left -= millis(contender, expected);
    }
  }

  private static double millis(Contender contender, int expected) throws Exception {
    long start = System.nanoTime();
    int result = contender.run(7);
    double millis = (System.nanoTime() - start) / 1e6;
    if (result != expected) {
      throw new IllegalStateException("Wrong: " + result + ", not " + expected);
    }
    return millis;
  }
}
