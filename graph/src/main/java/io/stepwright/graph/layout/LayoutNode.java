package io.stepwright.graph.layout;

/**
 * A box to place.
 *
 * @param id tells it apart from all others
 * @param width in pixels
 * @param height in pixels
 */
public record LayoutNode(String id, double width, double height) {

  /** Checks the size. */
  public LayoutNode {
    if (!(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException(
          "The node " + id + " needs a width and a height, and has " + width + " and " + height);
    }
  }
}
