package io.stepwright.graph.layout;

import java.util.List;
import java.util.Map;

/**
 * Where everything is. The top left corner is 0, 0.
 *
 * @param width of the whole, in pixels
 * @param height of the whole, in pixels
 * @param nodes the boxes of the nodes by their ids, in the order in which they were given
 * @param layers the layer of each node, from 0 at the left; layers for labels count as well
 * @param routes the ways of the edges, in the order in which they were given
 * @param crossings how many pairs of edges cross, and did before the order was improved
 */
public record Layout(
    double width,
    double height,
    Map<String, Box> nodes,
    Map<String, Integer> layers,
    List<Route> routes,
    CrossingCount crossings) {

  /**
   * What the choice of an order brought.
   *
   * @param before crossings with the nodes of each layer in the order in which they were given
   * @param after crossings as they are placed
   */
  public record CrossingCount(long before, long after) {}

  /** The box of a node. */
  public Box node(String id) {
    Box box = nodes.get(id);
    if (box == null) {
      throw new IllegalArgumentException("There is no node " + id);
    }
    return box;
  }
}
