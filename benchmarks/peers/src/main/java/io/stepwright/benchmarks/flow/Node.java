package io.stepwright.benchmarks.flow;

import java.util.List;

/**
 * A step of a graph.
 *
 * @param id the id, from 1
 * @param millis the time that it takes in milliseconds, if steps take time
 * @param inputs the ids of the steps whose values it needs; 0 is the input of the run
 */
public record Node(int id, int millis, List<Integer> inputs) {

  /** Copies the list. */
  public Node {
    inputs = List.copyOf(inputs);
  }

  static Node of(int id, int millis, Integer... inputs) {
    return new Node(id, millis, List.of(inputs));
  }
}
