package io.stepwright.wiring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a step at compile time. Immutable; a constant of the generated class.
 *
 * @param agent the agent whose step it is
 * @param name the step's name
 * @param model the model as the annotation names it, or null for a code step
 * @param timeout the limit of the whole step, or null
 * @param attemptTimeout the limit of one attempt, or null
 * @param sideEffect whether it changes something outside of the run
 */
public record StepInfo(
    AgentInfo agent,
    String name,
    @Nullable String model,
    @Nullable Duration timeout,
    @Nullable Duration attemptTimeout,
    boolean sideEffect) {

  /** A step whose method has a body. */
  public static StepInfo code(AgentInfo agent, String name) {
    return new StepInfo(agent, name, null, null, null, false);
  }

  /** A step that a model answers. */
  public static StepInfo model(AgentInfo agent, String name, String model) {
    return new StepInfo(agent, name, model, null, null, false);
  }

  /** This step with a limit on its whole time. */
  public StepInfo within(Duration timeout) {
    return new StepInfo(agent, name, model, timeout, attemptTimeout, sideEffect);
  }

  /** This step with a limit on each attempt. */
  public StepInfo attemptWithin(Duration attemptTimeout) {
    return new StepInfo(agent, name, model, timeout, attemptTimeout, sideEffect);
  }

  /** This step as one that changes something outside of the run. */
  public StepInfo withSideEffect() {
    return new StepInfo(agent, name, model, timeout, attemptTimeout, true);
  }
}
