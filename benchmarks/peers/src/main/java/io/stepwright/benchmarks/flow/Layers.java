package io.stepwright.benchmarks.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides the steps of a flow by depth, for workflows that run all steps of a layer concurrently.
 */
public final class Layers {

  private Layers() {}

  /** Returns the layers; each step is in the layer after the last one of its inputs. */
  public static List<List<Node>> of(Flow flow) {
    int[] depths = new int[flow.nodes().size() + 1];
    List<List<Node>> layers = new ArrayList<>();
    for (Node node : flow.nodes()) {
      int depth = node.inputs().stream().mapToInt(input -> depths[input]).max().orElse(0) + 1;
      depths[node.id()] = depth;
      if (layers.size() < depth) {
        layers.add(new ArrayList<>());
      }
      layers.get(depth - 1).add(node);
    }
    return layers;
  }
}
