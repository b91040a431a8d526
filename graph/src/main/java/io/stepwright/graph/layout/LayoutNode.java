package io.stepwright.graph.layout;

/**
 * A node to place.
 *
 * @param id its unique id
 * @param width in pixels
 * @param height in pixels
 */
public record LayoutNode(String id, double width, double height) {

  /** Checks that the size is positive. */
  public LayoutNode {
    if (!(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException(
          "The node " + id + " needs a width and a height, and has " + width + " and " + height);
    }
  }
}
