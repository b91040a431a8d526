package io.stepwright.graph.format;

import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.picture.SourceLinks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A format of graphs. Equal graphs give equal texts. Thread-safe. */
public interface GraphFormat {

  /** Returns the file name extension of the format, without a dot. */
  String extension();

  /**
   * Writes graphs in this format.
   *
   * @param graphs the graphs of entry points; those of one agent must be adjacent
   * @param links the links to their sources
   */
  String write(List<EntryGraph> graphs, SourceLinks links);

  /** Returns all formats by their names. */
  static Map<String, GraphFormat> all() {
    return new TreeMap<>(
        Map.of(
            "text", new TextFormat(),
            "html", new HtmlFormat(),
            "svg", new SvgFormat(),
            "mermaid", new MermaidFormat(),
            "dot", new DotFormat(),
            "json", new JsonFormat()));
  }

  /**
   * Returns the format of a name, regardless of case.
   *
   * @throws IllegalArgumentException if there is no such format; the message names all formats
   */
  static GraphFormat of(String name) {
    GraphFormat format = all().get(name.toLowerCase(Locale.ROOT));
    if (format == null) {
      throw new IllegalArgumentException(
          "There is no graph format \"" + name + "\", only " + String.join(", ", all().keySet()));
    }
    return format;
  }
}
