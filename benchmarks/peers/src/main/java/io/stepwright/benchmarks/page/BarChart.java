package io.stepwright.benchmarks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart of horizontal bars in groups, as SVG. Stepwright's bars have another colour than the
 * others.
 */
final class BarChart {

  private static final int WIDTH = 760;
  private static final int LABELS = 210;
  private static final int BARS = 440;
  private static final int BAR = 18;
  private static final String STEPWRIGHT = "#1f6feb";
  private static final String OTHERS = "#9aa4b2";

  private record Bar(String label, double value, String text) {}

  private record Group(String title, List<Bar> bars) {}

  private final String title;
  private final boolean logarithmic;
  private final List<Group> groups = new ArrayList<>();

  /**
   * Creates a chart.
   *
   * @param logarithmic true if the scale is logarithmic
   */
  BarChart(String title, boolean logarithmic) {
    this.title = title;
    this.logarithmic = logarithmic;
  }

  void group(String groupTitle) {
    groups.add(new Group(groupTitle, new ArrayList<>()));
  }

  /** Adds a bar to the last group, unless there is no value. */
  void bar(String label, double value, String text) {
    if (!Double.isNaN(value)) {
      groups.get(groups.size() - 1).bars().add(new Bar(label, value, text));
    }
  }

  boolean isEmpty() {
    return groups.stream().allMatch(group -> group.bars().isEmpty());
  }

  String svg() {
    StringBuilder body = new StringBuilder();
    int y = 34;
    for (Group group : groups) {
      if (group.bars().isEmpty()) {
        continue;
      }
      y += 20;
      body.append(text(12, y, "font-weight=\"600\"", group.title()));
      y += 8;
      for (Bar bar : group.bars()) {
        double length = Math.max(2, BARS * share(bar.value(), group.bars()));
        boolean own = bar.label().startsWith("Stepwright");
        body.append(text(LABELS - 8, y + 13, "text-anchor=\"end\"", bar.label()));
        body.append(
            String.format(
                Locale.ROOT,
                "  <rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>%n",
                LABELS,
                y,
                length,
                BAR - 4,
                own ? STEPWRIGHT : OTHERS));
        body.append(text((int) (LABELS + length + 6), y + 12, "", bar.text()));
        y += BAR;
      }
    }
    int height = y + 14;
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
        font-family="system-ui, sans-serif" font-size="12" fill="#1f2328" role="img">
          <title>%s</title>
          <rect width="100%%" height="100%%" fill="#ffffff"/>
          <text x="12" y="24" font-size="15" font-weight="600">%s</text>
        %s</svg>
        """,
        WIDTH,
        height,
        WIDTH,
        height,
        escape(title),
        escape(title),
        body);
  }

  private double share(double value, List<Bar> bars) {
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    if (!logarithmic) {
      return value / most;
    }
    double least = bars.stream().mapToDouble(Bar::value).min().orElse(1) / 3;
    return Math.log(value / least) / Math.log(most / least);
  }

  private static String text(int x, int y, String attributes, String text) {
    return String.format(
        Locale.ROOT, "  <text x=\"%d\" y=\"%d\" %s>%s</text>%n", x, y, attributes, escape(text));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
