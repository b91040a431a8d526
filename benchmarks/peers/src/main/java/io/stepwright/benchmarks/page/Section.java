package io.stepwright.benchmarks.page;

import io.stepwright.benchmarks.result.Figures;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A section of the page. */
abstract class Section {

  final Figures figures;
  final Map<String, BarChart> charts = new TreeMap<>();

  /** Creates a section from its figures. */
  Section(Figures figures) {
    this.figures = figures;
  }

  abstract String title();

  /** Returns the description of the measurement, and the tables. */
  abstract String body();

  final String markdown() {
    if (figures.isEmpty()) {
      return "## " + title() + "\n\nNot measured.\n";
    }
    String failures =
        figures.failures().stream()
            .map(failure -> "- Not measured: " + failure + "\n")
            .collect(Collectors.joining());
    return "## " + title() + "\n\n" + body() + (failures.isEmpty() ? "" : "\n" + failures);
  }

  /** Stores a chart; returns the Markdown that embeds it. */
  final String chart(String name, BarChart chart) {
    if (chart.isEmpty()) {
      return "";
    }
    charts.put("benchmarks-" + name + ".svg", chart);
    return "![" + title() + "](benchmarks-" + name + ".svg)\n\n";
  }
}
