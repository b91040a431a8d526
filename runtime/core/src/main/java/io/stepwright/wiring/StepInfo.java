package io.stepwright.wiring;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The compile-time facts about a step: a step whose method has a body, or a {@link ModelStep}.
 * Immutable; a constant of the generated class. Methods that change a property return a copy.
 */
public sealed class StepInfo permits ModelStep {

  /** The default maximum number of attempts of a model step for each of its models. */
  public static final int MODEL_ATTEMPTS = 3;

  private final StepTraits traits;

  StepInfo(StepTraits traits) {
    this.traits = traits;
  }

  /** Returns a step whose method has a body. */
  public static StepInfo code(AgentInfo agent, String name) {
    return new StepInfo(StepTraits.of(agent, name));
  }

  /** Returns a copy with other traits. */
  StepInfo with(StepTraits other) {
    return new StepInfo(other);
  }

  final StepTraits traits() {
    return traits;
  }

  /** Returns a copy with a time limit for the whole step. */
  public StepInfo within(Duration timeout) {
    return with(traits.with(changed -> changed.timeout = timeout));
  }

  /** Returns a copy with a time limit for each attempt. */
  public StepInfo attemptWithin(Duration attemptTimeout) {
    return with(traits.with(changed -> changed.attemptTimeout = attemptTimeout));
  }

  /** Returns a copy with a maximum number of attempts, including the first. */
  public StepInfo retry(int maxAttempts) {
    return with(traits.with(changed -> changed.maxAttempts = maxAttempts));
  }

  /** Returns a copy that is a side effect: it changes something outside of the run. */
  public StepInfo withSideEffect() {
    return with(traits.with(changed -> changed.sideEffect = true));
  }

  /**
   * Returns a copy with tools that are side effects. It starts and is awaited as a side effect is,
   * but its model is asked again after failures.
   */
  public StepInfo withSideEffectOfTools() {
    return with(traits.with(changed -> changed.toolEffects = true));
  }

  /** Returns a copy that is a fan-out with a maximum number of items in flight, at least 1. */
  public StepInfo atOnce(int items) {
    return with(traits.with(changed -> changed.atOnce = items));
  }

  /** Returns a copy that is a fan-out whose failed items are empty. */
  public StepInfo leavingEmpty() {
    return with(traits.with(changed -> changed.itemFailure = ItemFailure.LEAVE_EMPTY));
  }

  /** Returns a copy that is a fan-out whose value contains the failures of its items. */
  public StepInfo givingFailures() {
    return with(traits.with(changed -> changed.itemFailure = ItemFailure.GIVE_FAILURE));
  }

  /** Returns a copy that is one alternative: one of the methods that bring a step of this name. */
  public StepInfo alternative(String method) {
    return with(traits.with(changed -> changed.alternative = method));
  }

  /** Returns a copy whose method has another name than the step or the alternative. */
  public StepInfo method(String name) {
    return with(traits.with(changed -> changed.method = name));
  }

  /** The agent of this step. */
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

  /** The cache rule, or null. */
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

  /** Returns whether the step, or a tool of it, changes something outside of the run. */
  public final boolean sideEffect() {
    return traits.sideEffect() || traits.toolEffects();
  }

  /** The maximum number of items in flight, for a fan-out. */
  public final int atOnce() {
    return traits.atOnce();
  }

  /** The effect of a failed item, for a fan-out. */
  public final ItemFailure itemFailure() {
    return traits.itemFailure();
  }

  /**
   * The method of this alternative, if the step has alternatives; null if it has one method, or
   * while the alternative is not chosen yet.
   */
  public final @Nullable String alternative() {
    return traits.alternative();
  }

  /** The name of the step's method. */
  public final String method() {
    String method = traits.method() == null ? alternative() : traits.method();
    return method == null ? name() : method;
  }

  /** The name for display: {@code reply}, or {@code reply (refundReply)}. */
  public final String label() {
    return alternative() == null ? name() : name() + " (" + alternative() + ")";
  }

  /**
   * The maximum number of attempts, including the first; for a model step, of each of its models. A
   * side effect has 1; the default is {@value #MODEL_ATTEMPTS} for a model step, 1 for a code step.
   */
  public final int attempts() {
    if (traits.sideEffect()) {
      return 1;
    }
    return traits.maxAttempts() > 0 ? traits.maxAttempts() : model() == null ? 1 : MODEL_ATTEMPTS;
  }

  /** Returns the names of the agent and the step. */
  @Override
  public final String toString() {
    return agent().name() + "." + label();
  }
}
