package io.stepwright.graph.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A graph to draw. All texts are plain text; classes are names of CSS classes. Immutable.
 *
 * @param id the prefix of all ids in the drawing, which keeps drawings on one page apart
 * @param label the accessible name of the drawing
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
    /** A box with a bar at its left side. */
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
   * @param stacked true if it is drawn as a stack
   * @param parts the boxes inside it, from top to bottom
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
   * @param stacked true if it is drawn as a stack
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
   * @param fork true if a fork sign is drawn at the right of the first line
   * @param details the other lines
   * @param chips small nodes below the lines
   * @param hover the tooltip, or null
   * @param link the target of its link, or null
   */
  public record Label(
      String title,
      @Nullable String note,
      boolean fork,
      List<String> details,
      List<Chip> chips,
      @Nullable String hover,
      @Nullable String link) {

    /** Copies the lists. */
    public Label {
      details = List.copyOf(details);
      chips = List.copyOf(chips);
    }

    /** Creates a label without chips. */
    public Label(
        String title,
        @Nullable String note,
        boolean fork,
        List<String> details,
        @Nullable String hover,
        @Nullable String link) {
      this(title, note, fork, details, List.of(), hover, link);
    }

    /** Returns a label with only a title. */
    public static Label of(String title) {
      return new Label(title, null, false, List.of(), null, null);
    }
  }

  /**
   * A small node inside a box.
   *
   * @param text its text
   * @param classes its CSS classes
   * @param marks the signs behind its text
   */
  public record Chip(String text, List<String> classes, List<Mark> marks) {

    /** Copies the lists. */
    public Chip {
      classes = List.copyOf(classes);
      marks = List.copyOf(marks);
    }
  }

  /** A sign behind the text of a chip. */
  public enum Mark {
    /** A bolt. */
    BOLT,
    /** A tick in a circle. */
    TICK
  }

  /**
   * An edge.
   *
   * @param from the id of the node where it starts
   * @param to the id of the node or part where it ends
   * @param classes its CSS classes
   * @param label its text, or null
   * @param hover the tooltip, or null
   * @param main true if its straightness has priority over that of other edges
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
