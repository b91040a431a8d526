package io.stepwright.benchmarks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown. The first column holds texts, the others numbers. */
final class Table {

  private final StringBuilder text = new StringBuilder();
  private int rows;

  Table(String... columns) {
    line(List.of(columns));
    List<String> rule = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      rule.add(i == 0 ? "---" : "---:");
    }
    line(rule);
  }

  void row(List<String> cells) {
    line(cells);
    rows++;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  private void line(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Formats a number with two decimals or about three digits; empty for NaN. */
  static String number(double number) {
    if (Double.isNaN(number)) {
      return "";
    }
    double size = Math.abs(number);
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.01 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, number);
  }

  /** Formats a ratio; empty for NaN. */
  static String ratio(double ratio) {
    return Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.2f ×", ratio);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
