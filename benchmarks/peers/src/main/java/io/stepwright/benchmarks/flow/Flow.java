package io.stepwright.benchmarks.flow;

import java.util.List;

/**
 * A graph that all contenders run. Every step computes {@link Values#of} the sum of its inputs, so
 * that results can be compared with {@link Expected}.
 */
public enum Flow {
  /** Three steps: the intent, the e-mail that needs it, and a note beside both. */
  GUIDE(
      "guide, 3 steps",
      List.of(1, 2, 3),
      Node.of(1, 100, 0),
      Node.of(2, 120, 0, 1),
      Node.of(3, 112, 0)),

  /** A diamond of four steps beside an independent slow step. */
  DIAMOND(
      "diamond beside a slow step",
      List.of(4, 5),
      Node.of(1, 50, 0),
      Node.of(2, 50, 1),
      Node.of(3, 30, 1),
      Node.of(4, 50, 2, 3),
      Node.of(5, 200, 0)),

  /** Twenty steps whose chains cross. */
  TWENTY(
      "20 steps",
      List.of(20),
      Node.of(1, 40, 0),
      Node.of(2, 10, 0),
      Node.of(3, 60, 0),
      Node.of(4, 20, 1),
      Node.of(5, 30, 1, 2),
      Node.of(6, 70, 2),
      Node.of(7, 10, 3),
      Node.of(8, 20, 3, 4),
      Node.of(9, 10, 5),
      Node.of(10, 20, 5, 6),
      Node.of(11, 10, 6),
      Node.of(12, 60, 7),
      Node.of(13, 30, 8),
      Node.of(14, 10, 9, 10),
      Node.of(15, 40, 10, 11),
      Node.of(16, 10, 12),
      Node.of(17, 20, 13, 14),
      Node.of(18, 20, 15),
      Node.of(19, 30, 16, 17),
      Node.of(20, 10, 18, 19)),

  /** One step for each of {@link #ITEMS} items, all at the same time. */
  FAN_OUT("fan-out of 1,000", List.of(), Node.of(1, 100, 0));

  /** The number of items of the fan-out, which are 0 and the following numbers. */
  public static final int ITEMS = 1_000;

  private final String words;
  private final List<Integer> results;
  private final List<Node> nodes;

  Flow(String words, List<Integer> results, Node... nodes) {
    this.words = words;
    this.results = results;
    this.nodes = List.of(nodes);
  }

  /** Returns the name for tables. */
  public String words() {
    return words;
  }

  /** Returns the steps in topological order. */
  public List<Node> nodes() {
    return nodes;
  }

  /** Returns the ids of the steps whose values are the result, the least significant one last. */
  List<Integer> results() {
    return results;
  }

  /** Returns the length of the critical path in milliseconds. */
  public int criticalMillis() {
    int[] ends = new int[nodes.size() + 1];
    int longest = 0;
    for (Node node : nodes) {
      int start = node.inputs().stream().mapToInt(input -> ends[input]).max().orElse(0);
      ends[node.id()] = start + node.millis();
      longest = Math.max(longest, ends[node.id()]);
    }
    return longest;
  }
}
