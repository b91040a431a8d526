package io.stepwright.graph.analysis;

import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * A node of an entry point's graph.
 *
 * @param id tells it apart from the others: {@code input:ticket}, {@code step:reply} or {@code
 *     result}
 * @param role what it is
 * @param name its name; of the result its type
 * @param step the step, or null if it is none
 * @param critical whether it is on the critical path
 */
public record GraphNode(
    String id, Role role, String name, @Nullable NodeDescriptor step, boolean critical) {

  /** What a node is. */
  public enum Role {
    INPUT,
    STEP,
    RESULT
  }
}
