package io.stepwright.processor.model;

import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;

/**
 * Estimates the code that steps take in an entry point, in units of at most about 15 bytes: four
 * for a step, one for a value or a step that it waits for, four for a condition. A class file holds
 * at most 65,535 bytes of code for one method.
 */
public final class Weight {

  private static final int STEP = 4;
  private static final int CONDITION = 4;

  private Weight() {}

  /** Returns the units of all steps. */
  public static int of(Graph graph) {
    return graph.nodes().stream().mapToInt(Weight::of).sum();
  }

  /** Returns the units of one step. */
  public static int of(Node node) {
    return node.branches().stream().mapToInt(Weight::of).sum();
  }

  private static int of(Branch branch) {
    int unless = branch.unless().stream().mapToInt(other -> other.size()).sum();
    return STEP
        + branch.bindings().size()
        + branch.after().size()
        + CONDITION * (branch.conditions().size() + unless);
  }
}
