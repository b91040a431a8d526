package io.stepwright.spi;

/**
 * The step that asks a model. Immutable.
 *
 * @param agent the name of the agent
 * @param step the name of the step
 * @param method the name of the step's method
 * @param fingerprint a digest of all that is known of the question at compile time: prompts, model,
 *     settings and the schema of the answer; empty if the class was generated before there were
 *     fingerprints
 */
public record StepId(String agent, String step, String method, String fingerprint) {}
