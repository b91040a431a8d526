package io.stepwright.wiring;

/**
 * What is known of an agent at compile time. Immutable.
 *
 * @param name the agent's name
 * @param type the binary name of the annotated type
 */
public record AgentInfo(String name, String type) {}
