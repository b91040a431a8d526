package io.stepwright.descriptor;

import java.util.List;

/**
 * The part of a descriptor that says what a class was generated from. Immutable.
 *
 * @param type the binary name of the agent
 * @param generated the name of the generated class
 * @param resources the files that were looked for
 */
public record AgentSources(String type, String generated, List<ResourceDescriptor> resources) {

  /** Copies the list. */
  public AgentSources {
    resources = List.copyOf(resources);
  }
}
