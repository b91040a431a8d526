package io.stepwright.report;

import io.stepwright.figure.TokenSums;
import io.stepwright.spi.RunEvent.StepKey;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of one execution of a step. Immutable.
 *
 * @param name the step's name
 * @param number 0, or the number of a direct call of the step in this run
 * @param direct true if user code called the step as a method
 * @param item the index of an item of a fan-out, or -1
 * @param state the final state
 * @param reason the reason why the step was skipped: the condition, such as {@code intent is not
 *     REFUND}, or the input, such as {@code order is absent}; else null
 * @param failure the failure, or null
 * @param queued the time that the step was ready and did not run: for lack of a thread, or, for an
 *     item, because of the limit of its fan-out
 * @param start the start of the body, or the end of the step if the body never began, relative to
 *     the start of the run
 * @param duration the duration of the body, zero if it never began
 * @param thread the name of the thread that ran the body, or null if it never began
 * @param threadId the number of that thread, because thread names are not unique
 * @param critical true if the step is on the critical path; for a fan-out, the item that ended last
 * @param model the model that is asked first, as the annotation names it; of alternatives, that of
 *     the chosen one; null if there is none
 * @param cache the result of the cache look-up, or null if there was none
 * @param attempts the attempts, in order; none for a code step without a {@code maxAttempts}
 * @param alternative for a step with alternatives, the method that was chosen; null if none was,
 *     and for all other steps
 * @param toolCalls the calls of tools by the model, in the order in which it asked for them
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
    @Nullable String alternative,
    List<ToolReport> toolCalls) {

  /** Copies the lists. */
  public StepReport {
    attempts = List.copyOf(attempts);
    toolCalls = List.copyOf(toolCalls);
  }

  /**
   * Returns the turns of the model: one without tools and repairs, none if no model was asked. A
   * fallback model repeats a turn.
   */
  public List<TurnReport> turns() {
    return modelCalls() == 0 ? List.of() : TurnReport.of(attempts, toolCalls);
  }

  /** Returns the name, with the chosen alternative: {@code reply (refundReply)}. */
  public String title() {
    return name + chosen();
  }

  /**
   * Returns the title, with the index of an item or the number of a direct call: {@code labels[3]},
   * {@code reply (refundReply)}, {@code intent (direct 1)}.
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

  /** Returns the end, relative to the start of the run. */
  public Duration end() {
    return start.plus(duration);
  }

  /** Returns the model that answered, as the server names it, or null if none did. */
  public @Nullable String answeringModel() {
    for (int i = attempts.size() - 1; i >= 0; i--) {
      if (attempts.get(i).failure() == null) {
        return attempts.get(i).answeredBy();
      }
    }
    return null;
  }

  /**
   * Returns the server's own word for why the answering model stopped, if it is not a usual one, so
   * that the answer may be cut; else null.
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
   * Returns the model that was asked first, as the annotation names it, or null if none was: an
   * expression, a template or the cache may have answered, or a condition may not have held.
   */
  public @Nullable String askedModel() {
    return switch (state) {
      case FINISHED, CACHED, ABSENT, SKIPPED -> modelCalls() == 0 ? null : model;
      // A request in flight is not recorded as an attempt yet.
      case NOT_NEEDED, FAILED, CANCELLED -> model;
    };
  }

  /** Returns the number of model requests. */
  public long modelCalls() {
    return attempts.stream().filter(AttemptReport::isModelCall).count();
  }

  /**
   * Returns the time that the requests of the step were on the wire, all together; null if there
   * was none, or a client did not measure it.
   */
  public @Nullable Duration onWire() {
    Duration sum = null;
    for (AttemptReport attempt : attempts) {
      if (attempt.onWire() == null) {
        return null;
      }
      sum = sum == null ? attempt.onWire() : sum.plus(attempt.onWire());
    }
    return sum;
  }

  /** Returns the tokens of all requests, as far as servers counted them. */
  public long inputTokens() {
    return TokenSums.sum(attempts.stream().mapToLong(AttemptReport::inputTokens));
  }

  /** Returns the tokens of all answers, as far as servers counted them. */
  public long outputTokens() {
    return TokenSums.sum(attempts.stream().mapToLong(AttemptReport::outputTokens));
  }

  /** Returns the cost of all requests. */
  public Cost cost() {
    return attempts.stream().map(AttemptReport::cost).reduce(Cost.NONE, Cost::plus);
  }
}
