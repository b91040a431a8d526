package io.stepwright.wiring;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What steps of every kind have. Immutable.
 *
 * @param agent the agent whose step it is
 * @param name the step's name
 * @param timeout the limit of the whole step, or null
 * @param attemptTimeout the limit of one attempt, or null
 * @param maxAttempts the most attempts, the first included; 0 for the default
 * @param sideEffect whether it changes something outside of the run
 * @param atOnce how many items are in flight at most, if it is a fan-out
 * @param itemFailure what becomes of it, if it is a fan-out, when an item fails
 * @param alternative the method that does the work if there are several; null if there is one
 */
record StepTraits(
    AgentInfo agent,
    String name,
    @Nullable Duration timeout,
    @Nullable Duration attemptTimeout,
    int maxAttempts,
    boolean sideEffect,
    int atOnce,
    ItemFailure itemFailure,
    @Nullable String alternative) {

  /** Checks the numbers. */
  StepTraits {
    if (maxAttempts < 0) {
      throw new IllegalArgumentException("maxAttempts is " + maxAttempts + ", below zero");
    }
  }

  /** Traits of a step of which nothing is said but its name. */
  static StepTraits of(AgentInfo agent, String name) {
    return new StepTraits(agent, name, null, null, 0, false, 1, ItemFailure.FAIL_RUN, null);
  }

  /** These traits with a change. */
  StepTraits with(Consumer<Changed> change) {
    Changed changed = new Changed(this);
    change.accept(changed);
    return changed.traits();
  }

  /** Traits while some of them are changed. */
  static final class Changed {

    private final AgentInfo agent;
    private final String name;
    @Nullable Duration timeout;
    @Nullable Duration attemptTimeout;
    int maxAttempts;
    boolean sideEffect;
    int atOnce;
    ItemFailure itemFailure;
    @Nullable String alternative;

    Changed(StepTraits traits) {
      agent = traits.agent;
      name = traits.name;
      timeout = traits.timeout;
      attemptTimeout = traits.attemptTimeout;
      maxAttempts = traits.maxAttempts;
      sideEffect = traits.sideEffect;
      atOnce = traits.atOnce;
      itemFailure = traits.itemFailure;
      alternative = traits.alternative;
    }

    StepTraits traits() {
      return new StepTraits(
          agent,
          name,
          timeout,
          attemptTimeout,
          maxAttempts,
          sideEffect,
          atOnce,
          itemFailure,
          alternative);
    }
  }
}
