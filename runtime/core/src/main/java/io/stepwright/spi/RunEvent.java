package io.stepwright.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run. Holds no prompt, no answer, no value and no key.
 *
 * <p>Of one step, events come in this order: {@code Requested}, {@code Ready}, {@code Started}, at
 * most one {@code CacheLookedUp}, any number of pairs of {@code AttemptStarted} and {@code
 * Attempted}, then exactly one of {@code Finished}, {@code Failed}, {@code Skipped}, {@code
 * NotNeeded} or {@code Cancelled}. All from {@code Started} to the last event of a step that has
 * started happen on one thread, those of a direct call inside of it included. A step that never
 * starts has its last event after {@code Requested} or {@code Ready}; that is {@code Failed} if a
 * condition, a choice or a list of items threw, which decide whether it starts. A step that user
 * code called as a method is {@link StepKey#direct direct}.
 *
 * <p>A fan-out has events as a whole and of each {@link StepKey#item item}. As a whole it is never
 * {@code Started}: it is {@code Ready} when its list is there, even if that is empty, and {@code
 * Finished} when its last item has ended, or else has one of the other last events. An item has
 * none before it gets its place: {@code Requested}, {@code Ready} and {@code Started} come at once
 * then. If the run ends, items that have not started have no events.
 *
 * <p>Conditions and choices are no steps: they have no events. A step with alternatives has the
 * events of the one that was chosen, and may be {@code Requested} before it is; from {@code Ready}
 * on its key says {@link StepKey#alternative which}.
 */
public sealed interface RunEvent {

  /** The run. */
  RunKey run();

  /** When it happened, as {@link System#nanoTime}. */
  long nanos();

  /**
   * A run. Equal only to itself.
   *
   * @param id unique in this process
   * @param agent the agent's name
   * @param entryPoint the entry point's name, or a step's name if that step was called directly
   */
  record RunKey(long id, String agent, String entryPoint) {}

  /**
   * One execution of a step in a run.
   *
   * @param name the step's name
   * @param number 0, or the number of a further execution of the same step in the same run: only
   *     direct calls have such
   * @param direct whether user code called the step as a method
   * @param item the index of an item of a fan-out, or {@link #NO_ITEM}
   * @param alternative of a step with alternatives the method that was chosen, one of few that are
   *     known at compile time; null before one is, and for all other steps. It makes no difference
   *     to {@link #equals}, because it becomes known between two events of one execution
   */
  record StepKey(String name, int number, boolean direct, int item, @Nullable String alternative) {

    /** The item of what is none: a step that runs once, or a fan-out as a whole. */
    public static final int NO_ITEM = -1;

    /** The key of a step that runs once, or of a fan-out as a whole. */
    public StepKey(String name, int number, boolean direct) {
      this(name, number, direct, NO_ITEM);
    }

    /** The key of a step without alternatives. */
    public StepKey(String name, int number, boolean direct, int item) {
      this(name, number, direct, item, null);
    }

    /** The same execution, once it is known which alternative does the work. */
    public StepKey chosen(@Nullable String method) {
      return Objects.equals(method, alternative)
          ? this
          : new StepKey(name, number, direct, item, method);
    }

    /** The name as people read it: {@code reply}, or {@code reply (refundReply)}. */
    public String label() {
      return alternative == null ? name : name + " (" + alternative + ")";
    }

    /** Whether it is an item of a fan-out. */
    public boolean isItem() {
      return item != NO_ITEM;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof StepKey key
          && name.equals(key.name)
          && number == key.number
          && direct == key.direct
          && item == key.item;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * (31 * name.hashCode() + number) + Boolean.hashCode(direct)) + item;
    }
  }

  /** An event of a step. */
  sealed interface StepEvent extends RunEvent {

    /** The step. */
    StepKey step();
  }

  /** The run has started. */
  record RunStarted(RunKey run, long nanos) implements RunEvent {}

  /** The run knows the step. */
  record Requested(RunKey run, StepKey step, long nanos) implements StepEvent {}

  /** All inputs of the step are there. */
  record Ready(RunKey run, StepKey step, long nanos) implements StepEvent {}

  /** The body of the step begins, on the calling thread. */
  record Started(RunKey run, StepKey step, long nanos) implements StepEvent {}

  /**
   * The memory of earlier answers was asked. Comes before the attempts of the step, or there are
   * none.
   *
   * @param lookup what it brought. Its matched text may be personal: it is never part of a text
   *     form
   */
  record CacheLookedUp(RunKey run, StepKey step, long nanos, CacheLookup lookup)
      implements StepEvent {}

  /**
   * An attempt begins, on the calling thread: one request to a model, or one execution of a code
   * step that has a {@code maxAttempts}.
   *
   * @param number 1 for the first of the step, counted over all of its models
   * @param reason why it is made
   * @param asked what is asked, null for a code step
   * @param waitedNanos how long the step waited for it, for a limit or to be gentle, in nanoseconds
   */
  record AttemptStarted(
      RunKey run,
      StepKey step,
      long nanos,
      int number,
      AttemptReason reason,
      @Nullable ModelAsked asked,
      long waitedNanos)
      implements StepEvent {}

  /**
   * An attempt has ended.
   *
   * @param number 1 for the first of the step, counted over all of its models
   * @param reason why it was made
   * @param asked what was asked, null for a code step
   * @param answered what is known of the answer; null for a code step, or if there was no answer
   * @param waitedNanos how long the step waited for it, for a limit or to be gentle, in nanoseconds
   * @param startNanos when the attempt started, as {@link System#nanoTime}
   * @param inputTokens as the server counted, {@link ModelReply#UNKNOWN} if it did not
   * @param outputTokens as the server counted, {@link ModelReply#UNKNOWN} if it did not
   * @param status the HTTP status of a failure, {@link ModelClientException#NO_STATUS} if there was
   *     none
   * @param errorType what kind of failure it is, as {@link Failed#errorType} says; null if there
   *     was none
   * @param failure why it brought no value, or null
   */
  record Attempted(
      RunKey run,
      StepKey step,
      long nanos,
      int number,
      AttemptReason reason,
      @Nullable ModelAsked asked,
      @Nullable ModelAnswered answered,
      long waitedNanos,
      long startNanos,
      long inputTokens,
      long outputTokens,
      int status,
      @Nullable String errorType,
      @Nullable Throwable failure)
      implements StepEvent {

    /**
     * The model that answered as the server names it, else the one that was asked; null for a code
     * step.
     */
    public @Nullable String model() {
      return answered != null ? answered.model() : asked == null ? null : asked.model();
    }

    /** The provider's name, null for a code step. */
    public @Nullable String provider() {
      return asked == null ? null : asked.provider();
    }
  }

  /**
   * The step has ended.
   *
   * @param absent whether it decided to have no value; in the list of a fan-out, an item that did
   *     is an empty {@code Optional}
   */
  record Finished(RunKey run, StepKey step, long nanos, boolean absent) implements StepEvent {}

  /**
   * The step has failed.
   *
   * @param errorType what kind of failure it is, one of few: an HTTP status such as {@code 503}, or
   *     its class such as {@code 4xx} for one that is not in common use; {@code timeout}, {@code
   *     connection}, {@code invalid_response}, {@code unusable_answer} or {@code resources}; {@code
   *     cancelled}; else the name of the class that was thrown
   */
  record Failed(RunKey run, StepKey step, long nanos, String errorType, Throwable failure)
      implements StepEvent {}

  /**
   * The step is absent because of an input or a condition.
   *
   * @param reason the condition as it was found, such as {@code intent is not REFUND}, or the
   *     input, such as {@code order is absent}; never a value
   */
  record Skipped(RunKey run, StepKey step, long nanos, String reason) implements StepEvent {}

  /** The result is there without the step, which was not started, or was stopped. */
  record NotNeeded(RunKey run, StepKey step, long nanos) implements StepEvent {}

  /** The run has ended before the step could. */
  record Cancelled(RunKey run, StepKey step, long nanos) implements StepEvent {}

  /**
   * Nothing of the run is left.
   *
   * @param errorType what kind of failure it is, as {@link Failed#errorType} says; null if there is
   *     none
   * @param failure what the run failed with, or null
   * @param nested the sums of the runs that were started inside of it, which have events of their
   *     own
   */
  record RunEnded(
      RunKey run,
      long nanos,
      @Nullable String errorType,
      @Nullable Throwable failure,
      NestedRuns nested)
      implements RunEvent {

    /** The end of a run in which no other was started. */
    public RunEnded(
        RunKey run, long nanos, @Nullable String errorType, @Nullable Throwable failure) {
      this(run, nanos, errorType, failure, NestedRuns.NONE);
    }
  }
}
