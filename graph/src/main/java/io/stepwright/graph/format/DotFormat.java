package io.stepwright.graph.format;

import io.stepwright.descriptor.DisplayText;
import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.GraphEdge;
import io.stepwright.graph.analysis.GraphNode;
import io.stepwright.graph.analysis.GraphNode.Role;
import io.stepwright.graph.analysis.OfferedTools;
import io.stepwright.graph.picture.SourceLinks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes graphs for Graphviz, with a cluster for each entry point. */
final class DotFormat implements GraphFormat {

  @Override
  public String extension() {
    return "dot";
  }

  @Override
  public String write(List<EntryGraph> graphs, SourceLinks links) {
    StringBuilder text =
        new StringBuilder("digraph stepwright {\n  rankdir=LR;\n  compound=true;\n");
    text.append("  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=11];\n");
    text.append("  edge [fontname=\"sans-serif\", fontsize=10];\n");
    for (int i = 0; i < graphs.size(); i++) {
      EntryGraph graph = graphs.get(i);
      Ids ids = new Ids("g" + i + "_", graph);
      text.append("  subgraph cluster_g").append(i).append(" {\n    label=");
      text.append(quoted(graph.agent().name() + "." + graph.signature())).append(";\n");
      graph.nodes().forEach(node -> node(node, ids, text));
      graph.edges().forEach(edge -> edge(graph, edge, ids, text));
      graph.nodes().forEach(node -> tools(graph, node, ids, text));
      text.append("  }\n");
    }
    return text.append("}\n").toString();
  }

  private static void node(GraphNode node, Ids ids, StringBuilder text) {
    String id = ids.of(node.id(), -1);
    NodeDescriptor step = node.step();
    String critical = node.critical() ? ", color=\"#c2410c\", penwidth=2" : "";
    if (step == null) {
      String twice = node.role() == Role.RESULT ? ", peripheries=2" : "";
      text.append("    ").append(id).append(" [shape=oval").append(twice).append(", label=");
      text.append(quoted(node.name())).append("];\n");
    } else if (!step.isChoice()) {
      box(id, node.name(), step.branches().get(0), critical, text);
    } else {
      text.append("    subgraph cluster_").append(id).append(" {\n    label=");
      text.append(quoted(node.name())).append("; style=rounded;\n");
      for (int i = 0; i < step.branches().size(); i++) {
        BranchDescriptor branch = step.branches().get(i);
        box(ids.of(node.id(), i), branch.step().method(), branch, critical, text);
      }
      text.append("    }\n");
    }
  }

  private static void box(
      String id, String name, BranchDescriptor branch, String critical, StringBuilder text) {
    text.append("    ").append(id).append(" [label=");
    text.append(quoted(Labels.lines(name, branch))).append(critical);
    text.append(branch.each() == null ? "];\n" : ", peripheries=2];\n");
  }

  /** Writes the tools of a step, each with a line to it. */
  private static void tools(EntryGraph graph, GraphNode node, Ids ids, StringBuilder text) {
    int count = 0;
    NodeDescriptor step = node.step();
    for (int i = 0; step != null && i < step.branches().size(); i++) {
      String box = ids.of(node.id(), step.isChoice() ? i : -1);
      for (OfferedTools.Use use :
          OfferedTools.of(graph.agent(), step.branches().get(i).step()).tools()) {
        String id = box + "_t" + count++;
        text.append("    ").append(id).append(" [shape=oval, fontsize=9, label=");
        text.append(quoted(Labels.lines(use))).append("];\n    ").append(box).append(" -> ");
        text.append(id).append(" [dir=none, style=dotted];\n");
      }
    }
  }

  /**
   * Writes an edge. Graphviz has no edges between clusters, so they end at a box inside and are
   * clipped at the frame.
   */
  private static void edge(EntryGraph graph, GraphEdge edge, Ids ids, StringBuilder text) {
    boolean fromGroup = isGroup(graph, edge.from());
    boolean toGroup = edge.branch() < 0 && isGroup(graph, edge.to());
    text.append("    ").append(ids.of(edge.from(), fromGroup ? 0 : -1)).append(" -> ");
    text.append(ids.of(edge.to(), toGroup ? 0 : edge.branch()));
    String style =
        switch (edge.kind()) {
          case VALUE -> "solid";
          case OPTIONAL, CONDITION -> "dashed";
          case ORDER -> "dotted";
        };
    text.append(" [style=").append(style);
    if (edge.condition() != null) {
      text.append(", label=").append(quoted(edge.condition()));
    }
    if (edge.critical()) {
      text.append(", color=\"#c2410c\", penwidth=2");
    }
    if (fromGroup) {
      text.append(", ltail=cluster_").append(ids.of(edge.from(), -1));
    }
    if (toGroup) {
      text.append(", lhead=cluster_").append(ids.of(edge.to(), -1));
    }
    text.append("];\n");
  }

  private static boolean isGroup(EntryGraph graph, String id) {
    return graph.nodes().stream()
        .filter(node -> node.id().equals(id))
        .map(GraphNode::step)
        .anyMatch(step -> step != null && step.isChoice());
  }

  /** Returns lines in quotes. Control characters in them are escaped. */
  private static String quoted(String... lines) {
    return Arrays.stream(lines)
        .map(line -> DisplayText.escape(line).replace("\\", "\\\\").replace("\"", "\\\""))
        .collect(Collectors.joining("\\n", "\"", "\""));
  }
}
