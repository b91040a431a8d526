package io.stepwright.graph.layout;

/**
 * An edge between two nodes. Several edges may join the same nodes.
 *
 * @param from the id of the node where it starts
 * @param to the id of the node where it ends
 * @param labelWidth the width of its label in pixels; 0 if it has none
 * @param labelHeight the height of its label in pixels; 0 if it has none
 * @param toOffset the distance of its end below the middle of the node's left side, in pixels; NaN
 *     lets the layout spread the ends
 * @param main true if its straightness has priority over that of other edges
 */
public record LayoutEdge(
    String from, String to, double labelWidth, double labelHeight, double toOffset, boolean main) {

  /** Creates an edge without a label. */
  public static LayoutEdge of(String from, String to) {
    return new LayoutEdge(from, to, 0, 0, Double.NaN, false);
  }

  /** Returns whether the edge needs room for a label. */
  public boolean isLabelled() {
    return labelWidth > 0 && labelHeight > 0;
  }
}
