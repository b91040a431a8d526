package io.stepwright.wiring;

/**
 * What is known of an agent at compile time. Immutable.
 *
 * @param name the agent's name
 * @param type the binary name of the annotated type
 */
public record AgentInfo(String name, String type) {

  /**
   * The first thing that a generated class asks for, so that one of another version is told as such
   * and not by a method that is missing.
   *
   * @param version the {@link WiringVersion} that the class was generated for
   * @throws IncompatibleAgentError if this runtime does not run classes of that version
   */
  public AgentInfo wiredFor(int version) {
    WiringVersion.check(name, version);
    return this;
  }
}
