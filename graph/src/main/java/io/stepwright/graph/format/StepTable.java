package io.stepwright.graph.format;

import static io.stepwright.graph.drawing.Markup.escape;

import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.OfferedTools;
import io.stepwright.graph.analysis.StepText;
import io.stepwright.graph.picture.SourceLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the steps of a graph as a table, which is accessible without seeing the drawing. */
final class StepTable {

  private static final List<String> HEADS =
      List.of("step", "kind", "takes", "when", "tools", "cache", "thread", "most calls", "source");

  private StepTable() {}

  static void write(EntryGraph graph, SourceLinks links, StringBuilder html) {
    html.append(
        "<details>\n<summary>The steps as a table</summary>\n<div class=\"scroll\"><table>\n<tr>");
    HEADS.forEach(head -> html.append("<th scope=\"col\">").append(head).append("</th>"));
    html.append("</tr>\n");
    for (NodeDescriptor node : graph.entryPoint().steps()) {
      boolean critical = graph.criticalPath().steps().contains(node.name());
      for (BranchDescriptor branch : node.branches()) {
        html.append(critical ? "<tr class=\"critical\">" : "<tr>");
        row(graph, node, branch, links, html);
        html.append("</tr>\n");
      }
    }
    html.append("</table></div>\n</details>\n");
  }

  private static void row(
      EntryGraph graph,
      NodeDescriptor node,
      BranchDescriptor branch,
      SourceLinks links,
      StringBuilder html) {
    StepDescriptor step = branch.step();
    boolean choice = node.isChoice();
    cell(choice ? node.name() + ": " + step.method() : node.name(), html);
    List<String> work = new ArrayList<>(List.of(StepText.work(step)));
    work.addAll(StepText.judged(step));
    cell(String.join(", ", work) + (step.sideEffect() ? ", side effect" : ""), html);
    String each = branch.each() == null ? "" : "; once for " + StepText.each(branch.each());
    cell(StepText.inputs(branch.inputs()) + each, html);
    cell(
        choice && branch.when().isEmpty() ? "otherwise" : StepText.conditions(branch.when()), html);
    cell(tools(graph, step), html);
    cell(step.cache() == null ? "" : StepText.cache(step.cache()), html);
    cell(node.spine() ? "the caller's" : "forked", html);
    cell(step.mostModelCalls() == 0 ? "" : String.valueOf(step.mostModelCalls()), html);
    html.append("<td>");
    links
        .to(step)
        .ifPresent(
            link ->
                html.append("<a href=\"")
                    .append(escape(link.href()))
                    .append("\">")
                    .append(escape(link.text()))
                    .append("</a>"));
    html.append("</td>");
  }

  private static String tools(EntryGraph graph, StepDescriptor step) {
    List<OfferedTools.Use> tools = OfferedTools.of(graph.agent(), step).tools();
    return tools.isEmpty()
        ? ""
        : tools.stream().map(OfferedTools.Use::text).collect(Collectors.joining("; "))
            + "; in "
            + OfferedTools.budget(step);
  }

  private static void cell(String text, StringBuilder html) {
    html.append("<td>").append(escape(text)).append("</td>");
  }
}
