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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a Mermaid flow chart, with a frame for each entry point. */
final class MermaidFormat implements GraphFormat {

  @Override
  public String extension() {
    return "mmd";
  }

  @Override
  public String write(List<EntryGraph> graphs, SourceLinks links) {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    List<String> critical = new ArrayList<>();
    List<Integer> criticalEdges = new ArrayList<>();
    int edges = 0;
    for (int i = 0; i < graphs.size(); i++) {
      EntryGraph graph = graphs.get(i);
      Ids ids = new Ids("g" + i + "_", graph);
      String title = graph.agent().name() + "." + graph.signature();
      text.append("  subgraph g").append(i).append("[").append(quoted(title)).append("]\n");
      for (GraphNode node : graph.nodes()) {
        node(node, ids, text);
        if (node.critical()) {
          critical.add(ids.of(node.id(), -1));
        }
      }
      for (GraphEdge edge : graph.edges()) {
        edge(edge, ids, text);
        if (edge.critical()) {
          criticalEdges.add(edges);
        }
        edges++;
      }
      for (GraphNode node : graph.nodes()) {
        edges += tools(graph, node, ids, text);
      }
      text.append("  end\n");
    }
    if (!critical.isEmpty()) {
      text.append("  classDef critical stroke:#c2410c,stroke-width:2px\n");
      text.append("  class ").append(String.join(",", critical)).append(" critical\n");
    }
    for (int edge : criticalEdges) {
      text.append("  linkStyle ").append(edge).append(" stroke:#c2410c,stroke-width:2px\n");
    }
    return text.toString();
  }

  private static void node(GraphNode node, Ids ids, StringBuilder text) {
    String id = ids.of(node.id(), -1);
    NodeDescriptor step = node.step();
    if (step == null) {
      boolean input = node.role() == Role.INPUT;
      text.append("    ").append(id).append(input ? "([" : "[[").append(quoted(node.name()));
      text.append(input ? "])\n" : "]]\n");
    } else if (!step.isChoice()) {
      BranchDescriptor branch = step.branches().get(0);
      box(id, node.name(), branch, text, "    ");
    } else {
      text.append("    subgraph ").append(id).append("[").append(quoted(node.name())).append("]\n");
      for (int i = 0; i < step.branches().size(); i++) {
        BranchDescriptor branch = step.branches().get(i);
        box(ids.of(node.id(), i), branch.step().method(), branch, text, "      ");
      }
      text.append("    end\n");
    }
  }

  private static void box(
      String id, String name, BranchDescriptor branch, StringBuilder text, String indent) {
    String label = quoted(Labels.lines(name, branch));
    text.append(indent).append(id).append(branch.each() == null ? "[" : "[[").append(label);
    text.append(branch.each() == null ? "]\n" : "]]\n");
  }

  /** Writes the tools of a step below it, and returns the number of their edges. */
  private static int tools(EntryGraph graph, GraphNode node, Ids ids, StringBuilder text) {
    int edges = 0;
    NodeDescriptor step = node.step();
    for (int i = 0; step != null && i < step.branches().size(); i++) {
      String box = ids.of(node.id(), step.isChoice() ? i : -1);
      for (OfferedTools.Use use :
          OfferedTools.of(graph.agent(), step.branches().get(i).step()).tools()) {
        String id = box + "_t" + edges++;
        text.append("    ").append(id).append("([").append(quoted(Labels.lines(use)));
        text.append("])\n    ").append(box).append(" -.- ").append(id).append('\n');
      }
    }
    return edges;
  }

  private static void edge(GraphEdge edge, Ids ids, StringBuilder text) {
    text.append("    ").append(ids.of(edge.from(), -1)).append(' ');
    text.append(edge.kind() == GraphEdge.Kind.VALUE ? "-->" : "-.->");
    if (edge.condition() != null) {
      text.append("|").append(quoted(edge.condition())).append("|");
    }
    text.append(' ').append(ids.of(edge.to(), edge.branch())).append('\n');
  }

  /**
   * Returns lines in quotes. Characters that would end the quotes or begin a tag are replaced by
   * entities of Mermaid, and control characters are escaped.
   */
  private static String quoted(String... lines) {
    return Arrays.stream(lines)
        .map(DisplayText::escape)
        .map(line -> line.replace("#", "#35;").replace("\"", "#quot;"))
        .map(line -> line.replace("<", "#lt;").replace(">", "#gt;"))
        .collect(Collectors.joining("<br>", "\"", "\""));
  }
}
