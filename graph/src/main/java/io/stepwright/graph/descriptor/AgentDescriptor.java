package io.stepwright.graph.descriptor;

import java.util.List;

/**
 * An agent as it was compiled. Immutable.
 *
 * @param name its name
 * @param type the binary name of its type
 * @param generated the name of the generated class
 * @param steps the methods of its steps in the order of their declaration; alternatives share a
 *     name
 * @param entryPoints its entry points in the order of their declaration
 */
public record AgentDescriptor(
    String name,
    String type,
    String generated,
    List<StepDescriptor> steps,
    List<EntryPointDescriptor> entryPoints) {

  /** Copies the lists. */
  public AgentDescriptor {
    steps = List.copyOf(steps);
    entryPoints = List.copyOf(entryPoints);
  }
}
