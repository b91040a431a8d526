package io.stepwright.report.format.html;

import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.StepTimes;
import io.stepwright.graph.analysis.TimedPath;
import io.stepwright.graph.drawing.Picture;
import io.stepwright.graph.drawing.Picture.Edge;
import io.stepwright.graph.drawing.Picture.Label;
import io.stepwright.graph.drawing.Picture.Node;
import io.stepwright.graph.drawing.Picture.Part;
import io.stepwright.graph.drawing.SvgDrawing;
import io.stepwright.graph.picture.EntryPicture;
import io.stepwright.graph.picture.SourceLinks;
import io.stepwright.graph.source.SourceFolders;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws the graph of an agent with its inputs, conditions and alternatives, and the outcome of each
 * step in one run.
 */
final class RunPicture {

  /** The prefix of all ids, which the page's script uses too. */
  private static final String PREFIX = "g-";

  private static final String NOT_TAKEN = "not-taken";

  private final StepOutcomes outcomes;
  private final Map<String, NodeDescriptor> steps = new HashMap<>();

  /** The ids of alternatives that were not chosen and of steps that did not run. */
  private final Set<String> left = new HashSet<>();

  private RunPicture(RunReport report, RunDescriptor descriptor) {
    outcomes = new StepOutcomes(report);
    descriptor.entryPoint().steps().forEach(step -> steps.put("step:" + step.name(), step));
  }

  /** Returns the drawing. */
  static String svg(RunReport report, RunDescriptor descriptor) {
    EntryGraph graph =
        EntryGraph.of(
            descriptor.agent(),
            descriptor.entryPoint(),
            StepTimes.byKind(),
            new TimedPath(report.criticalPath(), report.criticalPathTime()));
    Picture plain =
        EntryPicture.of(graph, PREFIX, new SourceLinks(new SourceFolders(List.of()), null));
    RunPicture run = new RunPicture(report, descriptor);
    List<Node> nodes = plain.nodes().stream().map(run::node).toList();
    List<Edge> edges = plain.edges().stream().map(run::edge).toList();
    return SvgDrawing.of(new Picture(PREFIX, plain.label(), nodes, edges)).fluid("The graph");
  }

  private Node node(Node node) {
    NodeDescriptor step = steps.get(node.id());
    if (step == null) {
      return node;
    }
    StepReport ran = outcomes.worst(step.name());
    if (ran == null || ran.state() == StepState.SKIPPED || ran.state() == StepState.NOT_NEEDED) {
      left.add(node.id());
    }
    List<Part> parts = new ArrayList<>();
    boolean known =
        ran != null && step.branches().stream().anyMatch(branch -> isChosen(branch, ran));
    for (int i = 0; i < node.parts().size(); i++) {
      Part part = node.parts().get(i);
      if (known && !isChosen(step.branches().get(i), ran)) {
        left.add(part.id());
      }
      List<String> classes =
          !known
              ? part.classes()
              : and(part.classes(), left.contains(part.id()) ? NOT_TAKEN : state(step));
      parts.add(new Part(part.id(), classes, part.label(), part.stacked()));
    }
    return new Node(
        node.id(),
        node.shape(),
        and(node.classes(), state(step)),
        label(node.label(), step, ran),
        node.stacked(),
        parts);
  }

  private String state(NodeDescriptor step) {
    return outcomes.state(step.name());
  }

  /**
   * Tells whether an alternative was chosen. Alternatives whose methods have the same name cannot
   * be distinguished, and none of them is marked then.
   */
  private static boolean isChosen(BranchDescriptor branch, @Nullable StepReport ran) {
    return ran != null && branch.step().method().equals(ran.alternative());
  }

  private Label label(Label label, NodeDescriptor step, @Nullable StepReport ran) {
    String hover = label.hover() == null ? "" : label.hover() + "\n";
    String end =
        ran == null
            ? "not begun"
            : ran.state().toText() + (ran.reason() == null ? "" : ": " + ran.reason());
    return new Label(
        label.title(),
        outcomes.note(step.name()),
        label.fork(),
        label.details(),
        label.chips(),
        hover + end,
        label.link());
  }

  private Edge edge(Edge edge) {
    return left.contains(edge.to())
        ? new Edge(
            edge.from(),
            edge.to(),
            and(edge.classes(), NOT_TAKEN),
            edge.label(),
            edge.hover(),
            edge.main())
        : edge;
  }

  private static List<String> and(List<String> classes, String more) {
    List<String> all = new ArrayList<>(classes);
    all.add(more);
    return all;
  }
}
