package io.stepwright.graph.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The route of an edge, from left to right.
 *
 * @param points the points on the route. Between points of equal height the edge is straight.
 *     Otherwise it crosses the gap between two layers, where a curve that begins and ends
 *     horizontally touches no node.
 * @param label the box of the label, or null if it has none
 */
public record Route(List<Point> points, @Nullable Box label) {

  /**
   * A point.
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
