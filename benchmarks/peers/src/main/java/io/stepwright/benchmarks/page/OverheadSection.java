package io.stepwright.benchmarks.page;

import io.stepwright.benchmarks.contender.StepExecutor;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.result.Figures;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The section on the cost of runs of empty steps. */
final class OverheadSection extends Section {

  OverheadSection(Figures figures) {
    super(figures);
  }

  @Override
  String title() {
    return "Overhead";
  }

  @Override
  String body() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        The same graphs with empty steps. CPU time and bytes are those of the whole process, divided by the runs, while eight callers for each core start one run after another;
        the latency is the median of runs that one caller starts one after another. On JDK 17 the bytes are those of threads that still live, which those of the pools do. *Threads* are virtual
        threads started for each run on JDK 21 and later, before that the most platform threads that there were. Ratios are to the better of the two versions written by hand.

        What a run of Stepwright has and code by hand has not: a time limit, a place from which it can be cancelled, the first failure that stops the others, and an end that waits for them. By a profile on JDK 25 virtual
        threads take half of the time, as they do by hand; the other half is this, with some twenty locks that nobody contends for. Runs of more steps than three share it. Where items take no time, the first threads do them all, and most of the others are never started.

        """);
    BarChart chart = new BarChart("CPU time of a run of three empty steps (logarithmic)", true);
    for (String jdk : figures.texts("jdk")) {
      chart.group("JDK " + jdk);
      for (Peer peer : Peer.values()) {
        double micros = of(figures, jdk, Flow.GUIDE, peer).median("cpuMicros");
        chart.bar(peer.words(), micros, Table.number(micros) + " µs");
      }
    }
    text.append(chart("overhead", chart));
    for (String jdk : figures.texts("jdk")) {
      for (Flow flow : Flow.values()) {
        Table table = table(jdk, flow);
        if (!table.isEmpty()) {
          text.append("### JDK ").append(jdk).append(", ").append(flow.words()).append("\n\n");
          text.append(table).append("\n");
        }
      }
    }
    return text.toString();
  }

  private Table table(String jdk, Flow flow) {
    Table table =
        new Table(
            "", "CPU × by hand", "bytes × by hand", "CPU, µs", "bytes", "latency, µs", "threads");
    boolean isVirtual = StepExecutor.isVirtual(Integer.parseInt(jdk));
    double cpu = byHand(figures, jdk, flow, "cpuMicros");
    double bytes = byHand(figures, jdk, flow, "bytes");
    for (Peer peer : Peer.values()) {
      Figures own = of(figures, jdk, flow, peer);
      if (!Double.isNaN(own.median("cpuMicros"))) {
        table.row(
            List.of(
                peer.words(),
                Table.ratio(own.median("cpuMicros") / cpu),
                Table.ratio(own.median("bytes") / bytes),
                Table.number(own.median("cpuMicros")),
                Table.number(own.median("bytes")),
                Table.number(own.median("latencyMicros")),
                Table.number(own.median(isVirtual ? "threadsStarted" : "peakThreads"))));
      }
    }
    return table;
  }

  static Figures of(Figures figures, String jdk, Flow flow, Peer peer) {
    return figures.where("jdk", jdk, "flow", flow.name(), "peer", peer.name());
  }

  /** Returns the better of the two hand-written versions; NaN if there is none. */
  static double byHand(Figures figures, String jdk, Flow flow, String key) {
    return least(
        Stream.of(Peer.values())
            .filter(Peer::isByHand)
            .mapToDouble(peer -> of(figures, jdk, flow, peer).median(key)));
  }

  /** Returns the best of the libraries; NaN if there is none. */
  static double library(Figures figures, String jdk, Flow flow, String key) {
    return least(
        Stream.of(Peer.values())
            .filter(Peer::isLibrary)
            .mapToDouble(peer -> of(figures, jdk, flow, peer).median(key)));
  }

  static double least(DoubleStream values) {
    return values.filter(value -> !Double.isNaN(value)).min().orElse(Double.NaN);
  }
}
