package io.stepwright.it.cache;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Plots the share of served pairs against the required similarity. */
final class PairPlot {

  private static final int LEFT = 56;
  private static final int RIGHT = 700;
  private static final int TOP = 48;
  private static final int BOTTOM = 328;
  private static final int FIRST = 80;
  private static final int LAST = 99;

  private final StringBuilder svg = new StringBuilder();

  private PairPlot() {}

  static String of(PairEvaluation evaluation) {
    PairPlot plot = new PairPlot();
    plot.start();
    plot.axes();
    plot.line("hit", at -> evaluation.hitRate(at, GuardSet.ALL), 93, "hits, with all guards");
    plot.line("bad", at -> evaluation.wrongRate(at, GuardSet.NONE), 87, "wrong, without guards");
    plot.line("good", at -> evaluation.wrongRate(at, GuardSet.ALL), 83, "wrong, with all guards");
    return plot.svg.append("</svg>\n").toString();
  }

  private void start() {
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 728 384" width="728" height="384" role="img" aria-label="Share of question pairs that are served, by similarity: the guards keep nearly all hits and refuse nearly all traps.">
          <style>
            text { font: 13px system-ui, sans-serif; fill: #57606a }
            .head { font-weight: 600; fill: #24292f }
            path { fill: none; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round }
            .grid { stroke: #d0d7de; stroke-width: 1 }
            .hit { stroke: #0969da } .bad { stroke: #bc4c00; stroke-dasharray: 7 5 } .good { stroke: #bc4c00 }
            text.hit { fill: #0969da; stroke: none } text.bad, text.good { fill: #bc4c00; stroke: none }
            @media (prefers-color-scheme: dark) {
              text { fill: #9198a1 } .head { fill: #e6edf3 } .grid { stroke: #3d444d }
              .hit { stroke: #4493f8 } .bad, .good { stroke: #f0883e }
              text.hit { fill: #4493f8 } text.bad, text.good { fill: #f0883e }
            }
          </style>
        """);
  }

  private void axes() {
    text(LEFT, 22, "head", "start", "Pairs served, in per cent");
    for (int share = 0; share <= 100; share += 25) {
      double y = y(share);
      append("  <path class=\"grid\" d=\"M %d %.1f H %d\"/>\n", LEFT, y, RIGHT);
      text(LEFT - 10, y + 4, "", "end", Integer.toString(share));
    }
    for (int hundredth = FIRST; hundredth <= 95; hundredth += 5) {
      text(x(hundredth), BOTTOM + 22, "", "middle", number(hundredth));
    }
    text(RIGHT, BOTTOM + 22, "", "middle", number(LAST));
    text((LEFT + RIGHT) / 2.0, BOTTOM + 46, "", "middle", "similarity at least (cosine)");
  }

  private void line(String kind, DoubleUnaryOperator share, int labelAt, String label) {
    StringBuilder path = new StringBuilder();
    for (int hundredth = FIRST; hundredth <= LAST; hundredth++) {
      path.append(
          String.format(
              Locale.ROOT,
              "%s%.1f %.1f",
              hundredth == FIRST ? "M " : " L ",
              x(hundredth),
              y(share.applyAsDouble(hundredth / 100.0))));
    }
    append("  <path class=\"%s\" d=\"%s\"/>\n", kind, path);
    double y = y(share.applyAsDouble(labelAt / 100.0));
    text(x(labelAt) + 6, y - 12, kind, "start", label);
  }

  private void text(double x, double y, String kind, String anchor, String text) {
    String attribute = kind.isEmpty() ? "" : " class=\"" + kind + "\"";
    append(
        "  <text x=\"%.1f\" y=\"%.1f\"%s text-anchor=\"%s\">%s</text>\n",
        x, y, attribute, anchor, text);
  }

  private void append(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private static String number(int hundredths) {
    return String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
  }

  private static double x(int hundredth) {
    return LEFT + (RIGHT - LEFT) * (hundredth - FIRST) / (double) (LAST - FIRST);
  }

  private static double y(double share) {
    return BOTTOM - (BOTTOM - TOP) * share / 100;
  }
}
