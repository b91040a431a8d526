package io.stepwright.wiring;

/**
 * The compile-time facts about an agent. Immutable.
 *
 * @param name the agent's name
 * @param type the binary name of the annotated type
 */
public record AgentInfo(String name, String type) {

  /**
   * Checks the wiring version of a generated class. A generated class calls this first, so that a
   * version mismatch is reported as such and not as a missing method.
   *
   * @param version the {@link WiringVersion} that the class was generated for
   * @return this
   * @throws IncompatibleAgentError if this runtime does not run classes of that version
   */
  public AgentInfo wiredFor(int version) {
    WiringVersion.check(name, version);
    return this;
  }
}
