package io.stepwright.graph.layout;

import java.util.List;
import java.util.Map;

/**
 * The positions of all nodes and edges. The top left corner is 0, 0.
 *
 * @param width the total width, in pixels
 * @param height the total height, in pixels
 * @param nodes the boxes of the nodes by their ids, in the given order
 * @param layers the layer of each node, from 0 at the left; layers for labels count as well
 * @param routes the routes of the edges, in the given order
 * @param crossings the numbers of pairs of edges that cross
 */
public record Layout(
    double width,
    double height,
    Map<String, Box> nodes,
    Map<String, Integer> layers,
    List<Route> routes,
    CrossingCount crossings) {

  /**
   * The numbers of crossings before and after the order was improved.
   *
   * @param before crossings with the nodes of each layer in the given order
   * @param after crossings in the layout
   */
  public record CrossingCount(long before, long after) {}

  /**
   * Returns the box of a node.
   *
   * @throws IllegalArgumentException if there is no such node
   */
  public Box node(String id) {
    Box box = nodes.get(id);
    if (box == null) {
      throw new IllegalArgumentException("There is no node " + id);
    }
    return box;
  }
}
