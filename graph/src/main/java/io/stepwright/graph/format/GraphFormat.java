package io.stepwright.graph.format;

import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.picture.SourceLinks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A form in which graphs are written. Equal graphs give equal texts. Thread-safe. */
public interface GraphFormat {

  /** The ending of files of this form, without a dot. */
  String extension();

  /**
   * Graphs in this form.
   *
   * @param graphs the graphs of entry points, those of one agent together
   * @param links where their sources are
   */
  String write(List<EntryGraph> graphs, SourceLinks links);

  /** All formats by their names. */
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
   * The format of a name, in small or capital letters.
   *
   * @throws IllegalArgumentException if there is none; the message names all
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
