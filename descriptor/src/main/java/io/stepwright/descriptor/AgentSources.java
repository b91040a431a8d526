package io.stepwright.descriptor;

import java.util.List;

/**
 * The part of a descriptor that lists the sources of a generated class. Immutable.
 *
 * @param type the binary name of the agent
 * @param generated the name of the generated class
 * @param resources the files that the processor looked for
 */
public record AgentSources(String type, String generated, List<ResourceDescriptor> resources) {

  /** Copies the list. */
  public AgentSources {
    resources = List.copyOf(resources);
  }
}
