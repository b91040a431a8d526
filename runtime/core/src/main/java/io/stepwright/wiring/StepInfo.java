package io.stepwright.wiring;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a step at compile time. Immutable; a constant of the generated class.
 *
 * @param agent the agent whose step it is
 * @param name the step's name
 * @param model the model as the annotation names it, or null for a code step
 * @param fallback further models as the annotation names them
 * @param timeout the limit of the whole step, or null
 * @param attemptTimeout the limit of one attempt, or null
 * @param maxAttempts the most attempts, the first included; for a model step, of each of its
 *     models; 0 for the default: {@value #MODEL_ATTEMPTS} for a model step, 1 for a code step
 * @param sideEffect whether it changes something outside of the run
 * @param cache how its answers are remembered, or null
 * @param itemFailure what becomes of it, if it is a fan-out, when an item fails
 * @param alternative the method that does the work, if the step has several of which one runs; null
 *     if it has one, or as long as it is not known which one runs
 */
public record StepInfo(
    AgentInfo agent,
    String name,
    @Nullable String model,
    List<String> fallback,
    @Nullable Duration timeout,
    @Nullable Duration attemptTimeout,
    int maxAttempts,
    boolean sideEffect,
    @Nullable CacheRule cache,
    ItemFailure itemFailure,
    @Nullable String alternative) {

  /** The most attempts of a model step, for each of its models, if nothing else is said. */
  public static final int MODEL_ATTEMPTS = 3;

  /** Copies the list. */
  public StepInfo {
    fallback = List.copyOf(fallback);
    if (maxAttempts < 0) {
      throw new IllegalArgumentException("maxAttempts is " + maxAttempts + ", below zero");
    }
  }

  /** A step whose method has a body. */
  public static StepInfo code(AgentInfo agent, String name) {
    return new Parts(agent, name).step();
  }

  /**
   * A step that a model answers.
   *
   * @param model the model as the annotation names it
   * @param fallback the models that are asked if it does not answer, as the annotation names them
   */
  public static StepInfo model(AgentInfo agent, String name, String model, String... fallback) {
    Parts parts = new Parts(agent, name);
    parts.model = model;
    parts.fallback = List.of(fallback);
    return parts.step();
  }

  /** This step with a limit on its whole time. */
  public StepInfo within(Duration timeout) {
    Parts parts = new Parts(this);
    parts.timeout = timeout;
    return parts.step();
  }

  /** This step with a limit on each attempt. */
  public StepInfo attemptWithin(Duration attemptTimeout) {
    Parts parts = new Parts(this);
    parts.attemptTimeout = attemptTimeout;
    return parts.step();
  }

  /** This step with so many attempts at most, the first included. */
  public StepInfo retry(int maxAttempts) {
    Parts parts = new Parts(this);
    parts.maxAttempts = maxAttempts;
    return parts.step();
  }

  /** This step as one that changes something outside of the run. */
  public StepInfo withSideEffect() {
    Parts parts = new Parts(this);
    parts.sideEffect = true;
    return parts.step();
  }

  /** This step as one whose answers are remembered. */
  public StepInfo cached(CacheRule cache) {
    Parts parts = new Parts(this);
    parts.cache = cache;
    return parts.step();
  }

  /** This step as a fan-out whose items are left empty if they fail. */
  public StepInfo leavingEmpty() {
    return onItemFailure(ItemFailure.LEAVE_EMPTY);
  }

  /** This step as a fan-out that gives the failures of its items. */
  public StepInfo givingFailures() {
    return onItemFailure(ItemFailure.GIVE_FAILURE);
  }

  private StepInfo onItemFailure(ItemFailure itemFailure) {
    Parts parts = new Parts(this);
    parts.itemFailure = itemFailure;
    return parts.step();
  }

  /** This step as the work of one of the methods that have its name. */
  public StepInfo alternative(String method) {
    Parts parts = new Parts(this);
    parts.alternative = method;
    return parts.step();
  }

  /** The name as people read it: {@code reply}, or {@code reply (refundReply)}. */
  public String label() {
    return alternative == null ? name : name + " (" + alternative + ")";
  }

  /** The most attempts, the first included, the default put in; a side effect has one. */
  public int attempts() {
    if (sideEffect) {
      return 1;
    }
    return maxAttempts > 0 ? maxAttempts : model == null ? 1 : MODEL_ATTEMPTS;
  }

  /** The components while a step is made of them. */
  private static final class Parts {

    private final AgentInfo agent;
    private final String name;
    private @Nullable String model;
    private List<String> fallback = List.of();
    private @Nullable Duration timeout;
    private @Nullable Duration attemptTimeout;
    private int maxAttempts;
    private boolean sideEffect;
    private @Nullable CacheRule cache;
    private ItemFailure itemFailure = ItemFailure.FAIL_RUN;
    private @Nullable String alternative;

    Parts(AgentInfo agent, String name) {
      this.agent = agent;
      this.name = name;
    }

    Parts(StepInfo step) {
      this(step.agent, step.name);
      model = step.model;
      fallback = step.fallback;
      timeout = step.timeout;
      attemptTimeout = step.attemptTimeout;
      maxAttempts = step.maxAttempts;
      sideEffect = step.sideEffect;
      cache = step.cache;
      itemFailure = step.itemFailure;
      alternative = step.alternative;
    }

    StepInfo step() {
      return new StepInfo(
          agent,
          name,
          model,
          fallback,
          timeout,
          attemptTimeout,
          maxAttempts,
          sideEffect,
          cache,
          itemFailure,
          alternative);
    }
  }
}
