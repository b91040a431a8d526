package io.stepwright.graph.picture;

import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.GraphEdge;
import io.stepwright.graph.analysis.GraphNode;
import io.stepwright.graph.analysis.GraphNode.Role;
import io.stepwright.graph.analysis.OfferedTools;
import io.stepwright.graph.analysis.StepText;
import io.stepwright.graph.analysis.StepTimes.Time;
import io.stepwright.graph.drawing.Picture;
import io.stepwright.graph.drawing.Picture.Chip;
import io.stepwright.graph.drawing.Picture.Edge;
import io.stepwright.graph.drawing.Picture.Label;
import io.stepwright.graph.drawing.Picture.Node;
import io.stepwright.graph.drawing.Picture.Part;
import io.stepwright.graph.drawing.Picture.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the picture of an entry point's graph. */
public final class EntryPicture {

  private final EntryGraph graph;
  private final SourceLinks links;

  private EntryPicture(EntryGraph graph, SourceLinks links) {
    this.graph = graph;
    this.links = links;
  }

  /**
   * Returns the picture.
   *
   * @param id the prefix of all its ids
   */
  public static Picture of(EntryGraph graph, String id, SourceLinks links) {
    EntryPicture picture = new EntryPicture(graph, links);
    return new Picture(
        id,
        "The graph of " + graph.agent().name() + "." + graph.signature(),
        graph.nodes().stream().map(picture::node).toList(),
        graph.edges().stream().map(picture::edge).toList());
  }

  private Node node(GraphNode node) {
    NodeDescriptor step = node.step();
    if (step == null) {
      boolean input = node.role() == Role.INPUT;
      return new Node(
          node.id(),
          input ? Shape.PILL : Shape.DOUBLE_PILL,
          List.of(input ? "input" : "result"),
          Label.of(node.name()),
          false,
          List.of());
    }
    List<String> classes = new ArrayList<>(List.of("step", step.spine() ? "spine" : "forked"));
    if (node.critical()) {
      classes.add("critical");
    }
    if (!step.isChoice()) {
      BranchDescriptor branch = step.branches().get(0);
      classes.add(kind(branch.step()));
      Label label = label(node.name(), branch, step);
      return new Node(node.id(), Shape.BOX, classes, label, branch.each() != null, List.of());
    }
    classes.add("group");
    String note = "one of " + step.branches().size();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < step.branches().size(); i++) {
      BranchDescriptor branch = step.branches().get(i);
      List<String> own = List.of("step", kind(branch.step()));
      Label label = label(branch.step().method(), branch, null);
      parts.add(new Part(partId(node.id(), i), own, label, branch.each() != null));
    }
    Label label = new Label(node.name(), note, !step.spine(), List.of(), null, null);
    return new Node(node.id(), Shape.BOX, classes, label, false, parts);
  }

  private static String kind(StepDescriptor step) {
    return step.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String partId(String node, int branch) {
    return node + ":" + branch;
  }

  private Label label(String title, BranchDescriptor branch, @Nullable NodeDescriptor node) {
    StepDescriptor step = branch.step();
    List<String> details = new ArrayList<>();
    details.add(StepText.work(step) + (step.sideEffect() ? " · side effect" : ""));
    if (step.cache() != null) {
      details.add("cached " + StepText.cache(step.cache()));
    }
    if (branch.each() != null) {
      details.add(StepText.each(branch.each()));
    }
    details.addAll(StepText.judged(step));
    List<Chip> chips = ToolChips.of(OfferedTools.of(graph.agent(), step));
    if (!chips.isEmpty()) {
      details.add(OfferedTools.budget(step));
    }
    Time time = graph.times().of(step);
    return new Label(
        title,
        time.known() ? StepText.duration(time.duration()) : null,
        node != null && !node.spine(),
        details,
        chips,
        hover(branch),
        links.to(step).map(SourceLinks.Link::href).orElse(null));
  }

  private String hover(BranchDescriptor branch) {
    StepDescriptor step = branch.step();
    List<String> lines = new ArrayList<>();
    lines.add(step.type() + " " + step.method() + " (" + StepText.work(step) + ")");
    if (!branch.inputs().isEmpty()) {
      lines.add("inputs: " + StepText.inputs(branch.inputs()));
    }
    if (!branch.when().isEmpty()) {
      lines.add("when " + StepText.conditions(branch.when()));
    }
    if (step.cache() != null) {
      lines.add("cached " + StepText.cache(step.cache()));
    }
    for (OfferedTools.Use use : OfferedTools.of(graph.agent(), step).tools()) {
      lines.add("tool " + use.text());
    }
    return String.join("\n", lines);
  }

  private Edge edge(GraphEdge edge) {
    List<String> classes = new ArrayList<>();
    classes.add(edge.kind().name().toLowerCase(Locale.ROOT));
    if (edge.critical()) {
      classes.add("critical");
    }
    String to = edge.branch() < 0 ? edge.to() : partId(edge.to(), edge.branch());
    return new Edge(edge.from(), to, classes, edge.condition(), null, edge.critical());
  }
}
