package io.stepwright.report.format.html;

import io.stepwright.graph.layout.Box;
import io.stepwright.graph.layout.LayeredLayout;
import io.stepwright.graph.layout.Layout;
import io.stepwright.graph.layout.LayoutEdge;
import io.stepwright.graph.layout.LayoutNode;
import io.stepwright.graph.layout.Route;
import io.stepwright.graph.layout.Route.Point;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws the graph of a run: the outcome of each step, and the critical path. Without the agent's
 * descriptor, inputs and conditions are not known, and only steps are drawn, from top to bottom.
 */
final class RunGraph {

  private static final int NODE_HEIGHT = 38;
  private static final int LEAST_WIDTH = 84;
  private static final int MARGIN = 12;
  private static final int LONGEST_NAME = 26;
  private static final double CHARACTER = 7.4;
  private static final double SMALL_CHARACTER = 6.6;
  private static final int PADDING = 22;

  /** Larger graphs are drawn without details, because the size of the page is bounded. */
  private static final int MOST_STEPS_WITH_DETAILS = 300;

  /** A smaller scale would be illegible; the page scrolls instead. */
  private static final double LEAST_SCALE = 0.7;

  private final RunReport report;
  private final StepOutcomes outcomes;

  private RunGraph(RunReport report) {
    this.report = report;
    outcomes = new StepOutcomes(report);
  }

  /** Returns the drawing; empty if there is nothing to draw. */
  static String svg(RunReport report) {
    if (report.graph().isEmpty()) {
      return "";
    }
    return RunDescriptor.of(report)
        .filter(found -> found.entryPoint().steps().size() <= MOST_STEPS_WITH_DETAILS)
        .map(descriptor -> RunPicture.svg(report, descriptor))
        .orElseGet(() -> new RunGraph(report).draw());
  }

  private String draw() {
    List<LayoutNode> nodes = new ArrayList<>();
    List<LayoutEdge> edges = new ArrayList<>();
    List<Boolean> critical = new ArrayList<>();
    for (RunReport.Node node : report.graph()) {
      // The layout goes from left to right and is transposed.
      nodes.add(new LayoutNode(node.step(), NODE_HEIGHT, width(node.step())));
      for (String before : node.after()) {
        if (nodes.stream().noneMatch(drawn -> drawn.id().equals(before))) {
          continue;
        }
        boolean main = isCritical(before, node.step());
        edges.add(new LayoutEdge(before, node.step(), 0, 0, Double.NaN, main));
        critical.add(main);
      }
    }
    Layout layout = LayeredLayout.of(nodes, edges);
    StringBuilder svg = new StringBuilder();
    double width = layout.height() + 2 * MARGIN;
    double height = layout.width() + 2 * MARGIN;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"graph\" role=\"img\" aria-label=\"The graph\""
                + " style=\"max-width:%.0fpx;min-width:%.0fpx\" viewBox=\"%d %d %.0f %.0f\">%n",
            width,
            LEAST_SCALE * width,
            -MARGIN,
            -MARGIN,
            width,
            height));
    for (int i = 0; i < edges.size(); i++) {
      svg.append(edge(layout.routes().get(i), critical.get(i)));
    }
    for (RunReport.Node node : report.graph()) {
      svg.append(node(node, layout.node(node.step())));
    }
    return svg.append("</svg>").toString();
  }

  private boolean isCritical(String from, String to) {
    int place = report.criticalPath().indexOf(from);
    return place >= 0
        && place + 1 < report.criticalPath().size()
        && report.criticalPath().get(place + 1).equals(to);
  }

  private double width(String name) {
    double title = CHARACTER * shown(name).length();
    return Math.max(
        LEAST_WIDTH, PADDING + Math.max(title, SMALL_CHARACTER * outcomes.note(name).length()));
  }

  private static String shown(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "\u2026" : name;
  }

  private static String edge(Route route, boolean critical) {
    List<Point> points = route.points();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      double x = points.get(i).y();
      double y = points.get(i).x();
      if (i == 0) {
        path.append(String.format(Locale.ROOT, "M%.1f %.1f", x, y));
      } else {
        double beforeX = points.get(i - 1).y();
        double middle = (points.get(i - 1).x() + y) / 2;
        path.append(
            String.format(
                Locale.ROOT, "C%.1f %.1f %.1f %.1f %.1f %.1f", beforeX, middle, x, middle, x, y));
      }
    }
    Point end = points.get(points.size() - 1);
    return String.format(
        Locale.ROOT,
        "<path class=\"edge%s\" d=\"%s\"/><path class=\"tip%s\" d=\"M%.1f %.1fl-4 -7h8z\"/>%n",
        critical ? " critical" : "",
        path,
        critical ? " critical" : "",
        end.y(),
        end.x());
  }

  private String node(RunReport.Node node, Box box) {
    String name = node.step();
    StepReport step = outcomes.worst(name);
    String state = outcomes.state(name);
    String title = name + (step == null || step.reason() == null ? "" : ": " + step.reason());
    double x = box.y();
    double y = box.x();
    return String.format(
        Locale.ROOT,
        "<g class=\"node %s%s%s\" data-step=\"%s\"><title>%s</title><rect x=\"%.1f\" y=\"%.1f\""
            + " width=\"%.1f\" height=\"%.1f\" rx=\"7\"/><text x=\"%.1f\" y=\"%.1f\">%s</text><text"
            + " class=\"time\" x=\"%.1f\" y=\"%.1f\">%s</text></g>%n",
        state,
        // For a step with alternatives, only the chosen one knows its model.
        node.model() == null && (step == null || step.model() == null) ? "" : " model",
        report.criticalPath().contains(name) ? " critical" : "",
        Html.text(name),
        Html.text(title),
        x,
        y,
        box.height(),
        box.width(),
        x + box.height() / 2,
        y + 17,
        Html.text(shown(name)),
        x + box.height() / 2,
        y + 32,
        Html.text(outcomes.note(name)));
  }
}
