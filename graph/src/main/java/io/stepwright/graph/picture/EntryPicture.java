package io.stepwright.graph.picture;

import io.stepwright.descriptor.EntryPointDescriptor.ArmDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.GraphEdge;
import io.stepwright.graph.analysis.GraphNode;
import io.stepwright.graph.analysis.GraphNode.Role;
import io.stepwright.graph.analysis.StepText;
import io.stepwright.graph.analysis.StepTimes.Time;
import io.stepwright.graph.drawing.Picture;
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
      ArmDescriptor arm = step.arms().get(0);
      classes.add(kind(arm.step()));
      Label label = label(node.name(), arm, step);
      return new Node(node.id(), Shape.BOX, classes, label, arm.each() != null, List.of());
    }
    classes.add("group");
    String note = "one of " + step.arms().size();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < step.arms().size(); i++) {
      ArmDescriptor arm = step.arms().get(i);
      List<String> own = List.of("step", kind(arm.step()));
      Label label = label(arm.step().method(), arm, null);
      parts.add(new Part(partId(node.id(), i), own, label, arm.each() != null));
    }
    Label label = new Label(node.name(), note, !step.spine(), List.of(), null, null);
    return new Node(node.id(), Shape.BOX, classes, label, false, parts);
  }

  private static String kind(StepDescriptor step) {
    return step.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String partId(String node, int arm) {
    return node + ":" + arm;
  }

  private Label label(String title, ArmDescriptor arm, @Nullable NodeDescriptor node) {
    StepDescriptor step = arm.step();
    List<String> details = new ArrayList<>();
    details.add(StepText.work(step) + (step.sideEffect() ? " · side effect" : ""));
    if (step.cache() != null) {
      details.add("cached " + StepText.cache(step.cache()));
    }
    if (arm.each() != null) {
      details.add(StepText.each(arm.each()));
    }
    details.addAll(StepText.judged(step));
    Time time = graph.times().of(step);
    return new Label(
        title,
        time.known() ? StepText.duration(time.duration()) : null,
        node != null && !node.spine(),
        details,
        hover(arm),
        links.to(step).map(SourceLinks.Link::href).orElse(null));
  }

  private static String hover(ArmDescriptor arm) {
    StepDescriptor step = arm.step();
    List<String> lines = new ArrayList<>();
    lines.add(step.type() + " " + step.method() + " (" + StepText.work(step) + ")");
    if (!arm.inputs().isEmpty()) {
      lines.add("inputs: " + StepText.inputs(arm.inputs()));
    }
    if (!arm.when().isEmpty()) {
      lines.add("when " + StepText.conditions(arm.when()));
    }
    if (step.cache() != null) {
      lines.add("cached " + StepText.cache(step.cache()));
    }
    return String.join("\n", lines);
  }

  private Edge edge(GraphEdge edge) {
    List<String> classes = new ArrayList<>();
    classes.add(edge.kind().name().toLowerCase(Locale.ROOT));
    if (edge.critical()) {
      classes.add("critical");
    }
    String to = edge.arm() < 0 ? edge.to() : partId(edge.to(), edge.arm());
    return new Edge(edge.from(), to, classes, edge.condition(), null, edge.critical());
  }
}
