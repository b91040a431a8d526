package io.stepwright.graph.picture;

import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.descriptor.ToolDescriptor;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.GraphEdge;
import io.stepwright.graph.analysis.GraphEdge.Kind;
import io.stepwright.graph.analysis.OfferedTools;
import io.stepwright.graph.drawing.Legend.Item;
import io.stepwright.graph.drawing.Legend.Sign;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes the legend of pictures, with only the signs that occur in them. */
public final class EntryLegend {

  private EntryLegend() {}

  /** Returns the items of the legend. */
  public static List<Item> of(List<EntryGraph> graphs) {
    List<NodeDescriptor> nodes =
        graphs.stream().flatMap(graph -> graph.entryPoint().steps().stream()).toList();
    List<BranchDescriptor> branches =
        nodes.stream().flatMap(node -> node.branches().stream()).toList();
    List<Item> items = new ArrayList<>();
    items.add(new Item(Sign.PILL, "input", "input"));
    items.add(new Item(Sign.DOUBLE_PILL, "result", "result"));
    branches.stream()
        .map(branch -> branch.step().kind().name().toLowerCase(Locale.ROOT))
        .distinct()
        .forEach(kind -> items.add(new Item(Sign.BOX, kind, kind)));
    if (nodes.stream().anyMatch(node -> !node.spine())) {
      items.add(new Item(Sign.FORK, "", "forked; others run on the caller's thread"));
    }
    if (branches.stream().anyMatch(branch -> branch.each() != null)) {
      items.add(new Item(Sign.STACK, "", "once for each item"));
    }
    tools(graphs, items);
    items.add(new Item(Sign.LINE, "critical", "critical path"));
    items.add(new Item(Sign.LINE, "value", "value"));
    if (has(graphs, Kind.OPTIONAL)) {
      items.add(new Item(Sign.LINE, "optional", "value that may be absent"));
    }
    if (has(graphs, Kind.CONDITION)) {
      items.add(new Item(Sign.LINE, "condition", "condition"));
    }
    if (has(graphs, Kind.ORDER)) {
      items.add(new Item(Sign.LINE, "order", "order only"));
    }
    return items;
  }

  private static void tools(List<EntryGraph> graphs, List<Item> items) {
    Set<ToolDescriptor> tools = new LinkedHashSet<>();
    for (EntryGraph graph : graphs) {
      graph.entryPoint().steps().stream()
          .flatMap(node -> node.branches().stream())
          .flatMap(branch -> OfferedTools.of(graph.agent(), branch.step()).tools().stream())
          .forEach(use -> tools.add(use.tool()));
    }
    if (tools.stream().anyMatch(tool -> tool.kind() == ToolDescriptor.Kind.CODE)) {
      items.add(new Item(Sign.CHIP, "chip code", "tool"));
    }
    if (tools.stream().anyMatch(tool -> tool.kind() == ToolDescriptor.Kind.MODEL)) {
      items.add(new Item(Sign.CHIP, "chip model", "tool that a model answers"));
    }
    if (tools.stream().anyMatch(tool -> tool.kind() == ToolDescriptor.Kind.MCP)) {
      items.add(new Item(Sign.CHIP, "chip mcp", "tool of an MCP server"));
    }
    if (tools.stream().anyMatch(ToolDescriptor::sideEffect)) {
      items.add(new Item(Sign.BOLT, "chip", "side effect"));
    }
    if (tools.stream().anyMatch(tool -> tool.approval() != null)) {
      items.add(new Item(Sign.TICK, "chip", "needs an approval"));
    }
  }

  private static boolean has(List<EntryGraph> graphs, Kind kind) {
    return graphs.stream()
        .flatMap(graph -> graph.edges().stream())
        .map(GraphEdge::kind)
        .anyMatch(kind::equals);
  }
}
