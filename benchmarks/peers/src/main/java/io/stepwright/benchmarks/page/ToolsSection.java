package io.stepwright.benchmarks.page;

import io.stepwright.benchmarks.result.Figures;
import io.stepwright.benchmarks.tools.side.Side;
import java.util.List;
import java.util.stream.Stream;

/** The section on the cost of a step whose model calls tools. */
final class ToolsSection extends Section {

  ToolsSection(Figures figures) {
    super(figures);
  }

  @Override
  String title() {
    return "Tools";
  }

  @Override
  String body() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        One run is two turns over a loopback server that answers at once with prepared bytes: the model calls a tool with two arguments, one of them an enum, and then gives the typed answer. Everybody has the same prompt, tool, strict schemas
        and answer; a test reads both requests of each. A turn with four calls shows whether tools run at once: *at once* counts the tools that were inside at the same time when they waited for each other, in a run that is not measured.
        CPU time and bytes are those of the whole client process over one run after another; the server is another process. On JDK 17 the bytes are those of threads that still live. Ratios are to Stepwright: above 1 means more than it takes.

        What a run of Stepwright has besides: its deadline, its retries, bounds of what models and servers send, a memo for tools that only read, and arguments that are checked against the schema. Calls of a turn run at once without further ado.
        LangChain4j does so if it is told to. *By hand* is the least code that does the same: nothing is escaped, checked, retried or bounded.

        """);
    for (String jdk : figures.texts("jdk")) {
      for (String calls : figures.where("jdk", jdk).texts("calls")) {
        Table table = table(jdk, calls);
        if (!table.isEmpty()) {
          text.append("### JDK ").append(jdk).append(", ").append(words(calls)).append("\n\n");
          text.append(table).append("\n");
        }
      }
    }
    return text.append("`benchmarks/run tools` measures this part alone.\n").toString();
  }

  private Table table(String jdk, String calls) {
    Table table =
        new Table(
            "",
            "CPU × Stepwright",
            "bytes × Stepwright",
            "CPU, µs",
            "bytes",
            "median, µs",
            "at once");
    Figures base = of(figures, jdk, calls, Side.STEPWRIGHT);
    for (Side side : Side.values()) {
      Figures own = of(figures, jdk, calls, side);
      if (!Double.isNaN(own.median("cpuMicros"))) {
        table.row(
            List.of(
                String.join(" ", Stream.concat(Stream.of(side.words()), versions(own)).toList()),
                Table.ratio(own.median("cpuMicros") / base.median("cpuMicros")),
                Table.ratio(own.median("bytes") / base.median("bytes")),
                Table.number(own.median("cpuMicros")),
                Table.number(own.median("bytes")),
                Table.number(own.median("micros")),
                Table.number(own.median("overlap")).replace(".00", "")));
      }
    }
    return table;
  }

  private static Stream<String> versions(Figures own) {
    return own.texts("version").stream().map(version -> "(" + version + ")");
  }

  static String words(String calls) {
    return calls.equals("1") ? "one call of a tool" : calls + " calls in one turn";
  }

  static Figures of(Figures figures, String jdk, String calls, Side side) {
    return figures.where("jdk", jdk, "calls", calls, "side", side.name());
  }

  /** Returns the best of the libraries; NaN if there is none. */
  static double library(Figures figures, String jdk, String calls, String key) {
    return OverheadSection.least(
        Stream.of(Side.values())
            .filter(Side::isLibrary)
            .mapToDouble(side -> of(figures, jdk, calls, side).median(key)));
  }
}
