package io.stepwright.report;

import io.stepwright.figure.TokenSums;
import io.stepwright.spi.RunEvent.StepKey;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one execution of a step. Immutable.
 *
 * @param name the step's name
 * @param number 0, or the number of a direct call of it in this run
 * @param direct whether user code called it as a method
 * @param item the index of an item of a fan-out, or -1
 * @param state how it ended
 * @param reason why it was skipped: the condition as it was found, such as {@code intent is not
 *     REFUND}, or the input, such as {@code order is absent}; else null
 * @param failure what it failed with, or null
 * @param queued how long it could have run and did not: for want of a thread, or as an item of a
 *     fan-out for want of a place
 * @param start when its body began, or when it ended if it never began, from the start of the run
 *     on
 * @param duration how long its body took, zero if it never began
 * @param thread the name of the thread it ran on, or null if it never began
 * @param threadId the number of that thread: names are given to several
 * @param critical whether it lay on the critical path; of a fan-out, the item that ended last
 * @param model the model that is asked first, as the annotation names it; of alternatives, the one
 *     that was asked; null if there is none
 * @param cache what its look-up in the cache brought, or null if there was none
 * @param attempts the attempts, in order; none for a code step without a {@code maxAttempts}
 * @param alternative of a step with alternatives the method that was chosen; null if none was, and
 *     for all other steps
 */
public record StepReport(
    String name,
    int number,
    boolean direct,
    int item,
    StepState state,
    @Nullable String reason,
    @Nullable FailureReport failure,
    Duration queued,
    Duration start,
    Duration duration,
    @Nullable String thread,
    long threadId,
    boolean critical,
    @Nullable String model,
    @Nullable CacheReport cache,
    List<AttemptReport> attempts,
    @Nullable String alternative) {

  /** Copies the list. */
  public StepReport {
    attempts = List.copyOf(attempts);
  }

  /** The name, with the alternative that was chosen: {@code reply (refundReply)}. */
  public String title() {
    return name + chosen();
  }

  /**
   * The title, with the index of the item or the number of the direct call if it is one: {@code
   * labels[3]}, {@code reply (refundReply)}, {@code intent (direct 1)}.
   */
  public String label() {
    if (item != StepKey.NO_ITEM) {
      return name + "[" + item + "]" + chosen();
    }
    return direct ? title() + " (direct " + number + ")" : title();
  }

  private String chosen() {
    return alternative == null ? "" : " (" + alternative + ")";
  }

  /** When it ended, from the start of the run on. */
  public Duration end() {
    return start.plus(duration);
  }

  /** The model that answered, as the server names it, or null if none did. */
  public @Nullable String answeringModel() {
    for (int i = attempts.size() - 1; i >= 0; i--) {
      if (attempts.get(i).failure() == null) {
        return attempts.get(i).answeredBy();
      }
    }
    return null;
  }

  /**
   * The server's own word for why the model that answered stopped, if it is none of the usual ones,
   * so that the answer may be cut; else null.
   */
  public @Nullable String finishReason() {
    for (int i = attempts.size() - 1; i >= 0; i--) {
      if (attempts.get(i).failure() == null) {
        return attempts.get(i).finishReason();
      }
    }
    return null;
  }

  /**
   * The model that was asked first, as the annotation names it, or null if none was: an expression,
   * a template or the cache may have made that void, or a condition that did not hold.
   */
  public @Nullable String askedModel() {
    return switch (state) {
      case FINISHED, CACHED, ABSENT, SKIPPED -> modelCalls() == 0 ? null : model;
      // A request that was under way is no attempt yet.
      case NOT_NEEDED, FAILED, CANCELLED -> model;
    };
  }

  /** The requests to models. */
  public long modelCalls() {
    return attempts.stream().filter(AttemptReport::isModelCall).count();
  }

  /** The tokens of all requests, as far as servers counted them. */
  public long inputTokens() {
    return TokenSums.sum(attempts.stream().mapToLong(AttemptReport::inputTokens));
  }

  /** The tokens of all answers, as far as servers counted them. */
  public long outputTokens() {
    return TokenSums.sum(attempts.stream().mapToLong(AttemptReport::outputTokens));
  }

  /** What its requests cost. */
  public Cost cost() {
    return attempts.stream().map(AttemptReport::cost).reduce(Cost.NONE, Cost::plus);
  }
}
