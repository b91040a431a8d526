package io.stepwright.graph.format;

import static io.stepwright.graph.drawing.Markup.escape;
import static io.stepwright.graph.drawing.Markup.number;

import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.drawing.Legend;
import io.stepwright.graph.drawing.SvgDrawing;
import io.stepwright.graph.picture.EntryLegend;
import io.stepwright.graph.picture.EntryPicture;
import io.stepwright.graph.picture.SourceLinks;
import java.util.List;

/** Writes one drawing with all graphs from top to bottom and a legend. */
final class SvgFormat implements GraphFormat {

  private static final double TITLE = 40;
  private static final double MARGIN = 12;

  @Override
  public String extension() {
    return "svg";
  }

  @Override
  public String write(List<EntryGraph> graphs, SourceLinks links) {
    StringBuilder body = new StringBuilder();
    double y = 4;
    double width = 420;
    for (int i = 0; i < graphs.size(); i++) {
      EntryGraph graph = graphs.get(i);
      SvgDrawing drawing = SvgDrawing.of(EntryPicture.of(graph, "g" + i + "-", links));
      String title = graph.agent().name() + "." + graph.signature();
      body.append("<text class=\"title\" x=\"6\" y=\"").append(number(y + TITLE / 2)).append("\">");
      body.append(escape(title)).append("</text>\n");
      body.append("<g transform=\"translate(0,").append(number(y + TITLE)).append(")\">\n");
      body.append(drawing.content()).append("</g>\n");
      y += TITLE + drawing.height() + MARGIN;
      width = Math.max(width, drawing.width());
    }
    SvgDrawing legend = Legend.of(EntryLegend.of(graphs), width);
    body.append("<g transform=\"translate(0,").append(number(y)).append(")\">\n");
    body.append(legend.content()).append("</g>\n");
    width = Math.max(width, legend.width());
    String content = "<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n" + body;
    String style = "<style>\n" + SvgDrawing.style() + "</style>\n";
    return new SvgDrawing(width, y + legend.height(), style + content, 0)
        .element("Graphs of agents");
  }
}
