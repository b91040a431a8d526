package io.stepwright.wiring;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The properties that steps of every kind have. Immutable.
 *
 * @param agent the agent of the step
 * @param name the step's name
 * @param timeout the limit of the whole step, or null
 * @param attemptTimeout the limit of one attempt, or null
 * @param maxAttempts the maximum number of attempts, including the first; 0 for the default
 * @param sideEffect true if the step changes something outside of the run
 * @param toolEffects true if a tool of the step is a side effect
 * @param atOnce the maximum number of items in flight, for a fan-out
 * @param itemFailure the effect of a failed item, for a fan-out
 * @param alternative the method of this alternative; null if the step has one method
 * @param method the name of the step's method; null if it is that of the alternative or the step
 */
record StepTraits(
    AgentInfo agent,
    String name,
    @Nullable Duration timeout,
    @Nullable Duration attemptTimeout,
    int maxAttempts,
    boolean sideEffect,
    boolean toolEffects,
    int atOnce,
    ItemFailure itemFailure,
    @Nullable String alternative,
    @Nullable String method) {

  /** Checks the numbers. */
  StepTraits {
    if (maxAttempts < 0) {
      throw new IllegalArgumentException("maxAttempts is " + maxAttempts + ", below zero");
    }
  }

  /** Returns the default traits of a step. */
  static StepTraits of(AgentInfo agent, String name) {
    return new StepTraits(
        agent, name, null, null, 0, false, false, 1, ItemFailure.FAIL_RUN, null, null);
  }

  /** Returns a copy with changes. */
  StepTraits with(Consumer<Changed> change) {
    Changed changed = new Changed(this);
    change.accept(changed);
    return changed.traits();
  }

  /** A mutable copy. */
  static final class Changed {

    private final AgentInfo agent;
    private final String name;
    @Nullable Duration timeout;
    @Nullable Duration attemptTimeout;
    int maxAttempts;
    boolean sideEffect;
    boolean toolEffects;
    int atOnce;
    ItemFailure itemFailure;
    @Nullable String alternative;
    @Nullable String method;

    Changed(StepTraits traits) {
      agent = traits.agent;
      name = traits.name;
      timeout = traits.timeout;
      attemptTimeout = traits.attemptTimeout;
      maxAttempts = traits.maxAttempts;
      sideEffect = traits.sideEffect;
      toolEffects = traits.toolEffects;
      atOnce = traits.atOnce;
      itemFailure = traits.itemFailure;
      alternative = traits.alternative;
      method = traits.method;
    }

    StepTraits traits() {
      return new StepTraits(
          agent,
          name,
          timeout,
          attemptTimeout,
          maxAttempts,
          sideEffect,
          toolEffects,
          atOnce,
          itemFailure,
          alternative,
          method);
    }
  }
}
