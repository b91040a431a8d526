package io.stepwright.benchmarks.measure;

import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.contender.Pace;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.flow.Expected;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.result.Row;
import java.util.List;
import java.util.function.Consumer;

/** How long one run takes whose steps take time. */
public final class Schedule {

  /** The name of this part. */
  public static final String PART = "schedule";

  private static final int WARM_UP = 2;

  private Schedule() {}

  /**
   * Measures all flows.
   *
   * @param url of a model server that holds each question as long as its step takes
   * @param warmMillis how long to warm up for each flow, two runs at least
   * @param times how often
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
