package io.stepwright.graph.layout;

/**
 * Where something is.
 *
 * @param x of the left side, in pixels from the left
 * @param y of the top side, in pixels from the top
 * @param width in pixels
 * @param height in pixels
 */
public record Box(double x, double y, double width, double height) {

  /** The right side. */
  public double right() {
    return x + width;
  }

  /** The bottom side. */
  public double bottom() {
    return y + height;
  }

  /** The middle from top to bottom. */
  public double middle() {
    return y + height / 2;
  }

  /** Whether some area is in both; touching sides are not. */
  public boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
}
