package io.stepwright.wiring;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is known at compile time: one whose method has a body, or a {@link ModelStep}.
 * Immutable; a constant of the generated class. Each method that says something more of a step
 * returns another one.
 */
public sealed class StepInfo permits ModelStep {

  /** The most attempts of a model step, for each of its models, if nothing else is said. */
  public static final int MODEL_ATTEMPTS = 3;

  private final StepTraits traits;

  StepInfo(StepTraits traits) {
    this.traits = traits;
  }

  /** A step whose method has a body. */
  public static StepInfo code(AgentInfo agent, String name) {
    return new StepInfo(StepTraits.of(agent, name));
  }

  /** This step with other traits. */
  StepInfo with(StepTraits other) {
    return new StepInfo(other);
  }

  final StepTraits traits() {
    return traits;
  }

  /** This step with a limit on its whole time. */
  public StepInfo within(Duration timeout) {
    return with(traits.with(changed -> changed.timeout = timeout));
  }

  /** This step with a limit on each attempt. */
  public StepInfo attemptWithin(Duration attemptTimeout) {
    return with(traits.with(changed -> changed.attemptTimeout = attemptTimeout));
  }

  /** This step with so many attempts at most, the first included. */
  public StepInfo retry(int maxAttempts) {
    return with(traits.with(changed -> changed.maxAttempts = maxAttempts));
  }

  /** This step as one that changes something outside of the run. */
  public StepInfo withSideEffect() {
    return with(traits.with(changed -> changed.sideEffect = true));
  }

  /** This step as a fan-out of which so many items are in flight at most, at least 1. */
  public StepInfo atOnce(int items) {
    return with(traits.with(changed -> changed.atOnce = items));
  }

  /** This step as a fan-out whose items are left empty if they fail. */
  public StepInfo leavingEmpty() {
    return with(traits.with(changed -> changed.itemFailure = ItemFailure.LEAVE_EMPTY));
  }

  /** This step as a fan-out that gives the failures of its items. */
  public StepInfo givingFailures() {
    return with(traits.with(changed -> changed.itemFailure = ItemFailure.GIVE_FAILURE));
  }

  /** This step as the work of one of the methods that have its name. */
  public StepInfo alternative(String method) {
    return with(traits.with(changed -> changed.alternative = method));
  }

  /** The agent whose step it is. */
  public final AgentInfo agent() {
    return traits.agent();
  }

  /** The step's name. */
  public final String name() {
    return traits.name();
  }

  /** The model as the annotation names it, or null for a code step. */
  public @Nullable String model() {
    return null;
  }

  /** Further models as the annotation names them, in the order in which they are asked. */
  public List<String> fallback() {
    return List.of();
  }

  /** How its answers are remembered, or null. */
  public @Nullable CacheRule cache() {
    return null;
  }

  /** The limit of the whole step, or null. */
  public final @Nullable Duration timeout() {
    return traits.timeout();
  }

  /** The limit of one attempt, or null. */
  public final @Nullable Duration attemptTimeout() {
    return traits.attemptTimeout();
  }

  /** Whether it changes something outside of the run. */
  public final boolean sideEffect() {
    return traits.sideEffect();
  }

  /** How many items are in flight at most, if it is a fan-out. */
  public final int atOnce() {
    return traits.atOnce();
  }

  /** What becomes of it, if it is a fan-out, when an item fails. */
  public final ItemFailure itemFailure() {
    return traits.itemFailure();
  }

  /**
   * The method that does the work, if the step has several of which one runs; null if it has one,
   * or as long as it is not known which one runs.
   */
  public final @Nullable String alternative() {
    return traits.alternative();
  }

  /** The name as people read it: {@code reply}, or {@code reply (refundReply)}. */
  public final String label() {
    return alternative() == null ? name() : name() + " (" + alternative() + ")";
  }

  /**
   * The most attempts, the first included; for a model step, of each of its models. A side effect
   * has one; the default is {@value #MODEL_ATTEMPTS} for a model step, 1 for a code step.
   */
  public final int attempts() {
    if (sideEffect()) {
      return 1;
    }
    return traits.maxAttempts() > 0 ? traits.maxAttempts() : model() == null ? 1 : MODEL_ATTEMPTS;
  }

  /** The agent and the step. */
  @Override
  public final String toString() {
    return agent().name() + "." + label();
  }
}
