package io.stepwright.graph.format;

import static io.stepwright.graph.drawing.Markup.escape;

import io.stepwright.descriptor.AgentDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.StepText;
import io.stepwright.graph.analysis.UncountedCode;
import io.stepwright.graph.drawing.Legend;
import io.stepwright.graph.drawing.SvgDrawing;
import io.stepwright.graph.picture.EntryLegend;
import io.stepwright.graph.picture.EntryPicture;
import io.stepwright.graph.picture.SourceLinks;
import java.util.List;

/** Writes a self-contained page, which needs no network and no other file. */
final class HtmlFormat implements GraphFormat {

  private static final double LEGEND_WIDTH = 1100;

  @Override
  public String extension() {
    return "html";
  }

  @Override
  public String write(List<EntryGraph> graphs, SourceLinks links) {
    StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n");
    html.append("<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    // The page loads nothing, whatever a name contains.
    html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    html.append("style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n");
    html.append("<title>").append(escape(title(graphs))).append("</title>\n<style>\n");
    html.append(PageResource.read("page.css")).append(SvgDrawing.style());
    html.append("</style>\n</head>\n<body>\n");
    AgentDescriptor agent = null;
    for (int i = 0; i < graphs.size(); i++) {
      EntryGraph graph = graphs.get(i);
      if (!graph.agent().equals(agent)) {
        html.append(agent == null ? "" : "</article>\n").append("<article>\n");
        agent = graph.agent();
        html.append("<h1>").append(escape(agent.name())).append(" <small>");
        html.append(escape(agent.type())).append("</small></h1>\n");
      }
      section(graph, "g" + i + "-", links, html);
    }
    html.append(agent == null ? "" : "</article>\n");
    html.append("<div id=\"tip\" role=\"status\" hidden></div>\n<script>\n");
    html.append(PageResource.read("page.js")).append("</script>\n</body>\n</html>\n");
    return html.toString();
  }

  private static String title(List<EntryGraph> graphs) {
    List<String> agents = graphs.stream().map(graph -> graph.agent().name()).distinct().toList();
    return String.join(", ", agents) + " - Stepwright";
  }

  private static void section(EntryGraph graph, String id, SourceLinks links, StringBuilder html) {
    EntryPointDescriptor entryPoint = graph.entryPoint();
    SvgDrawing drawing = SvgDrawing.of(EntryPicture.of(graph, id, links));
    html.append("<section>\n<h2>").append(escape(graph.signature())).append(" <small>returns ");
    html.append(escape(entryPoint.returns()));
    links
        .to(entryPoint)
        .ifPresent(
            link ->
                html.append(" · <a href=\"")
                    .append(escape(link.href()))
                    .append("\">")
                    .append(escape(link.text()))
                    .append("</a>"));
    html.append("</small></h2>\n<p>Critical path <span class=\"path\">");
    html.append(escape(String.join(" → ", graph.criticalPath().steps()))).append("</span>");
    boolean known =
        entryPoint.steps().stream()
            .flatMap(node -> node.branches().stream())
            .anyMatch(branch -> graph.times().of(branch.step()).known());
    if (known) {
      html.append(" takes <b>");
      html.append(escape(StepText.duration(graph.criticalPath().duration()))).append("</b>");
    }
    html.append(" (").append(escape(graph.times().description())).append("). Calls: <b>");
    html.append(escape(entryPoint.mostModelCalls().text()));
    String uncounted = UncountedCode.of(graph);
    html.append(uncounted.isEmpty() ? "</b>." : "</b>, beside those of the code of ");
    html.append(uncounted.isEmpty() ? "" : escape(uncounted) + ".");
    if (entryPoint.timeout() != null) {
      html.append(" Timeout <b>").append(escape(entryPoint.timeout())).append("</b>.");
    }
    html.append("</p>\n<figure>\n");
    html.append(drawing.fluid("The graph of " + graph.agent().name() + "." + graph.signature()));
    html.append("</figure>\n<div class=\"legend-box\">");
    html.append(Legend.of(EntryLegend.of(List.of(graph)), LEGEND_WIDTH).fluid("Legend"));
    html.append("</div>\n");
    StepTable.write(graph, links, html);
    html.append("</section>\n");
  }
}
