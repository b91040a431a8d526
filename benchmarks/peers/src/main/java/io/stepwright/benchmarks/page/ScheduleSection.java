package io.stepwright.benchmarks.page;

import io.stepwright.benchmarks.contender.Pace;
import io.stepwright.benchmarks.contenders.Peer;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.result.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The section on the duration of runs whose steps take time. */
final class ScheduleSection extends Section {

  ScheduleSection(Figures figures) {
    super(figures);
  }

  @Override
  String title() {
    return "Schedule";
  }

  @Override
  String body() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        How long one run takes, divided by its critical path: the longest chain of steps. 1.00 is the best there can be. Steps sleep, or ask the model server, after seconds to warm up.

        """);
    String newest = figures.texts("jdk").stream().reduce("", (one, other) -> other);
    BarChart chart = new BarChart("Time of a run over its critical path, steps that sleep", false);
    for (Flow flow : Flow.values()) {
      chart.group(flow.words());
      for (Peer peer : Peer.values()) {
        double ratio = of(newest, Pace.SLEEP, flow, peer).median("ratio");
        chart.bar(peer.words(), ratio, Table.ratio(ratio));
      }
    }
    text.append(chart("schedule", chart));
    for (String jdk : figures.texts("jdk")) {
      for (Pace pace : Pace.values()) {
        Table table = table(jdk, pace);
        if (!table.isEmpty()) {
          text.append("### JDK ").append(jdk);
          text.append(pace == Pace.SLEEP ? ", steps that sleep" : ", calls to a server");
          text.append("\n\n").append(table).append("\n");
        }
      }
    }
    return text.toString();
  }

  private Table table(String jdk, Pace pace) {
    List<String> columns = new ArrayList<>(List.of(""));
    Stream.of(Flow.values())
        .forEach(flow -> columns.add(flow.words() + " (" + flow.criticalMillis() + " ms)"));
    Table table = new Table(columns.toArray(String[]::new));
    for (Peer peer : Peer.values()) {
      List<String> cells = new ArrayList<>(List.of(peer.words()));
      boolean any = false;
      for (Flow flow : Flow.values()) {
        double ratio = of(jdk, pace, flow, peer).median("ratio");
        any |= !Double.isNaN(ratio);
        cells.add(Table.ratio(ratio));
      }
      if (any) {
        table.row(cells);
      }
    }
    return table;
  }

  private Figures of(String jdk, Pace pace, Flow flow, Peer peer) {
    return figures.where("jdk", jdk, "pace", pace.name(), "flow", flow.name(), "peer", peer.name());
  }
}
