package io.stepwright.graph.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to draw. All texts are plain text; classes are names of CSS classes. Immutable.
 *
 * @param id the beginning of all ids in the drawing: tells drawings of one page apart
 * @param label what the drawing shows, for those who cannot see it
 * @param nodes the nodes
 * @param edges the edges
 */
public record Picture(String id, String label, List<Node> nodes, List<Edge> edges) {

  /** Copies the lists. */
  public Picture {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** The outline of a node. */
  public enum Shape {
    /** A box with a bar at its left. */
    BOX,
    /** Round ends. */
    PILL,
    /** Round ends and a double line. */
    DOUBLE_PILL
  }

  /**
   * A node.
   *
   * @param id its id within the drawing
   * @param shape its outline
   * @param classes its CSS classes
   * @param label its texts
   * @param stacked whether it is drawn as several behind each other
   * @param parts boxes inside it, one below the other
   */
  public record Node(
      String id,
      Shape shape,
      List<String> classes,
      Label label,
      boolean stacked,
      List<Part> parts) {

    /** Copies the lists. */
    public Node {
      classes = List.copyOf(classes);
      parts = List.copyOf(parts);
    }
  }

  /**
   * A box inside a node.
   *
   * @param id its id within the drawing
   * @param classes its CSS classes
   * @param label its texts
   * @param stacked whether it is drawn as several behind each other
   */
  public record Part(String id, List<String> classes, Label label, boolean stacked) {

    /** Copies the list. */
    public Part {
      classes = List.copyOf(classes);
    }
  }

  /**
   * The texts of a node or a part.
   *
   * @param title the first line
   * @param note a short text at the right of the first line, or null
   * @param fork whether a sign of two ways stands at the right of the first line
   * @param details the other lines
   * @param hover what shows when a pointer rests on it, or null
   * @param link where it leads, or null
   */
  public record Label(
      String title,
      @Nullable String note,
      boolean fork,
      List<String> details,
      @Nullable String hover,
      @Nullable String link) {

    /** Copies the list. */
    public Label {
      details = List.copyOf(details);
    }

    /** A title alone. */
    public static Label of(String title) {
      return new Label(title, null, false, List.of(), null, null);
    }
  }

  /**
   * An edge.
   *
   * @param from the id of the node where it starts
   * @param to the id of the node or part where it ends
   * @param classes its CSS classes
   * @param label its text, or null
   * @param hover what shows when a pointer rests on it, or null
   * @param main whether it should be straight rather than others
   */
  public record Edge(
      String from,
      String to,
      List<String> classes,
      @Nullable String label,
      @Nullable String hover,
      boolean main) {

    /** Copies the list. */
    public Edge {
      classes = List.copyOf(classes);
    }
  }
}
