package io.stepwright.graph.analysis;

import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * A node of an entry point's graph.
 *
 * @param id its id, unique in the graph: {@code input:ticket}, {@code step:reply} or {@code result}
 * @param role its role
 * @param name its name; for the result, its type
 * @param step the step, or null if it is not a step
 * @param critical true if it is on the critical path
 */
public record GraphNode(
    String id, Role role, String name, @Nullable NodeDescriptor step, boolean critical) {

  /** The role of a node. */
  public enum Role {
    INPUT,
    STEP,
    RESULT
  }
}
