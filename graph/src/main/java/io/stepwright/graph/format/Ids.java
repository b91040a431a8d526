package io.stepwright.graph.format;

import io.stepwright.graph.analysis.EntryGraph;

/** Short ids for nodes and their branches that every tool accepts. */
final class Ids {

  private final String prefix;
  private final EntryGraph graph;

  Ids(String prefix, EntryGraph graph) {
    this.prefix = prefix;
    this.graph = graph;
  }

  /**
   * Returns the id of a node or of one of its branches.
   *
   * @param branch the index of the branch, from 0; -1 for the node itself
   */
  String of(String node, int branch) {
    for (int i = 0; i < graph.nodes().size(); i++) {
      if (graph.nodes().get(i).id().equals(node)) {
        return prefix + "n" + i + (branch < 0 ? "" : "_" + branch);
      }
    }
    throw new IllegalArgumentException("There is no node " + node);
  }
}
