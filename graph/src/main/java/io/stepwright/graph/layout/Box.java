package io.stepwright.graph.layout;

/**
 * A rectangle.
 *
 * @param x the left side, in pixels from the left
 * @param y the top side, in pixels from the top
 * @param width in pixels
 * @param height in pixels
 */
public record Box(double x, double y, double width, double height) {

  /** Returns the right side. */
  public double right() {
    return x + width;
  }

  /** Returns the bottom side. */
  public double bottom() {
    return y + height;
  }

  /** Returns the vertical middle. */
  public double middle() {
    return y + height / 2;
  }

  /** Returns whether the boxes share an area; touching sides do not count. */
  public boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
}
