package io.stepwright.graph.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of an edge, from left to right.
 *
 * @param points where it passes: straight between two of equal height, and through the gap between
 *     two layers otherwise, where a curve that begins and ends horizontally touches no node
 * @param label where the label is, or null if it has none
 */
public record Route(List<Point> points, @Nullable Box label) {

  /**
   * A place.
   *
   * @param x in pixels from the left
   * @param y in pixels from the top
   */
  public record Point(double x, double y) {}

  /** Copies the list. */
  public Route {
    points = List.copyOf(points);
  }
}
