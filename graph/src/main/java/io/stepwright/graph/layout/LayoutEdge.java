package io.stepwright.graph.layout;

/**
 * An arrow between two nodes. Several may join the same two.
 *
 * @param from the id of the node where it starts
 * @param to the id of the node where it ends
 * @param labelWidth the width of its label in pixels; 0 if it has none
 * @param labelHeight the height of its label in pixels; 0 if it has none
 * @param toOffset how far below the middle of the node's left side it ends, in pixels; NaN lets the
 *     layout spread the ends
 * @param main whether it should be straight rather than others
 */
public record LayoutEdge(
    String from, String to, double labelWidth, double labelHeight, double toOffset, boolean main) {

  /** An arrow without a label. */
  public static LayoutEdge of(String from, String to) {
    return new LayoutEdge(from, to, 0, 0, Double.NaN, false);
  }

  /** Whether room is needed for a label. */
  public boolean isLabelled() {
    return labelWidth > 0 && labelHeight > 0;
  }
}
