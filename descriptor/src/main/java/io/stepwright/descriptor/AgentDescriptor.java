package io.stepwright.descriptor;

import java.util.List;

/**
 * An agent as it was compiled. Immutable.
 *
 * @param name its name
 * @param type the binary name of its type
 * @param generated the name of the generated class
 * @param resources the files that the processor looked for
 * @param steps the methods of its steps, as they are declared; alternatives share a name
 * @param entryPoints its entry points, as they are declared
 */
public record AgentDescriptor(
    String name,
    String type,
    String generated,
    List<ResourceDescriptor> resources,
    List<StepDescriptor> steps,
    List<EntryPointDescriptor> entryPoints) {

  /** Copies the lists. */
  public AgentDescriptor {
    resources = List.copyOf(resources);
    steps = List.copyOf(steps);
    entryPoints = List.copyOf(entryPoints);
  }
}
