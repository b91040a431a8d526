package io.stepwright.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event of a run. Holds no prompt, no answer, no value and no key.
 *
 * <p>The events of one step come in this order: {@code Requested}, {@code Ready}, {@code Started},
 * at most one {@code CacheLookedUp}, any number of pairs of {@code AttemptStarted} and {@code
 * Attempted} with {@linkplain ToolEvent calls of tools} between them, then exactly one of {@code
 * Finished}, {@code Failed}, {@code Skipped}, {@code NotNeeded} or {@code Cancelled}. From {@code
 * Started} to the last event, everything happens on one thread, the events of direct calls inside
 * of the step included, except for calls of tools. A step that never starts has its last event
 * after {@code Requested} or {@code Ready}; that event is {@code Failed} if a condition, a choice
 * or a list of items, which decide whether the step starts, threw an exception. A step that user
 * code called as a method is {@link StepKey#direct direct}.
 *
 * <p>A fan-out has events as a whole and events of each {@link StepKey#item item}. As a whole it is
 * never {@code Started}: it is {@code Ready} when its list is available, even if the list is empty,
 * and {@code Finished} when its last item has ended, unless it ends with one of the other last
 * events. An item has no events before it may run: then {@code Requested}, {@code Ready} and {@code
 * Started} come at once. If the run ends, items that have not started have no events.
 *
 * <p>Conditions and choices are not steps and have no events. A step with alternatives has the
 * events of the chosen one, and may be {@code Requested} before the choice; from {@code Ready} on,
 * its key tells {@link StepKey#alternative which}.
 */
public sealed interface RunEvent {

  /** The run. */
  RunKey run();

  /** Returns the time of the event, as {@link System#nanoTime}. */
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
   * @param number 0, or the number of a further execution of the same step in the same run, which
   *     only direct calls have
   * @param direct true if user code called the step as a method
   * @param item the index of an item of a fan-out, or {@link #NO_ITEM}
   * @param alternative for a step with alternatives, the method that was chosen, one of few that
   *     are known at compile time; null before the choice, and for all other steps. {@link #equals}
   *     ignores it, because it becomes known between two events of one execution.
   */
  record StepKey(String name, int number, boolean direct, int item, @Nullable String alternative) {

    /** The item of a step that runs once, or of a fan-out as a whole. */
    public static final int NO_ITEM = -1;

    /** Makes the key of a step that runs once, or of a fan-out as a whole. */
    public StepKey(String name, int number, boolean direct) {
      this(name, number, direct, NO_ITEM);
    }

    /** Makes the key of a step without alternatives. */
    public StepKey(String name, int number, boolean direct, int item) {
      this(name, number, direct, item, null);
    }

    /** Returns the key of the same execution with the chosen alternative. */
    public StepKey chosen(@Nullable String method) {
      return Objects.equals(method, alternative)
          ? this
          : new StepKey(name, number, direct, item, method);
    }

    /** Returns the name for display: {@code reply}, or {@code reply (refundReply)}. */
    public String label() {
      return alternative == null ? name : name + " (" + alternative + ")";
    }

    /** Returns true if this is an item of a fan-out. */
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

  /** The run needs the step. */
  record Requested(RunKey run, StepKey step, long nanos) implements StepEvent {}

  /** All inputs of the step are available. */
  record Ready(RunKey run, StepKey step, long nanos) implements StepEvent {}

  /** The body of the step begins, on the calling thread. */
  record Started(RunKey run, StepKey step, long nanos) implements StepEvent {}

  /**
   * The cache was asked. Precedes the attempts of the step, if there are any.
   *
   * @param lookup the result of the look-up. Its matched text may be personal and is never part of
   *     a text form.
   */
  record CacheLookedUp(RunKey run, StepKey step, long nanos, CacheLookup lookup)
      implements StepEvent {}

  /**
   * An attempt begins, on the calling thread: one request to a model, or one execution of a code
   * step that has a {@code maxAttempts}.
   *
   * @param number 1 for the first of the step, counted over all of its models
   * @param reason the reason for the attempt
   * @param asked the data of the request, null for a code step
   * @param waitedNanos the time in nanoseconds that the step waited before the attempt, for a rate
   *     limit or as a backoff
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
   * @param reason the reason for the attempt
   * @param asked the data of the request, null for a code step
   * @param answered the data of the answer; null for a code step, or if there was no answer
   * @param waitedNanos the time in nanoseconds that the step waited before the attempt, for a rate
   *     limit or as a backoff
   * @param startNanos the start of the attempt, as {@link System#nanoTime}
   * @param inputTokens the tokens of the request as the server counted them, {@link
   *     ModelReply#UNKNOWN} if it did not
   * @param outputTokens the tokens of the answer as the server counted them, {@link
   *     ModelReply#UNKNOWN} if it did not
   * @param wireNanos the time in nanoseconds that the attempt was on the wire, as {@link
   *     ModelReply#wireNanos}; {@link ModelReply#UNKNOWN} if the client did not measure it, or for
   *     a code step
   * @param status the HTTP status of a failure, {@link ModelClientException#NO_STATUS} if there was
   *     none
   * @param errorType the kind of failure, as {@link Failed#errorType}; null if there was none
   * @param failure the failure, or null if the attempt gave a value
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
      long wireNanos,
      int status,
      @Nullable String errorType,
      @Nullable Throwable failure)
      implements StepEvent {

    /**
     * Returns the model that answered, as the server names it, else the model that was asked; null
     * for a code step.
     */
    public @Nullable String model() {
      return answered != null ? answered.model() : asked == null ? null : asked.model();
    }

    /** Returns the provider's name, null for a code step. */
    public @Nullable String provider() {
      return asked == null ? null : asked.provider();
    }
  }

  /**
   * An event of a call of a tool, by a model that a step asks. The calls of a step come between its
   * attempts, each with one {@code ToolStarted} and one {@code ToolEnded} on the thread that
   * executes the tool. Several calls may be executed at the same time.
   */
  sealed interface ToolEvent extends RunEvent {

    /** The name of a tool that does not exist. */
    String NO_TOOL = "(unknown)";

    /** The step whose model called the tool. */
    StepKey step();

    /** Returns the number of the call in the step, 1 for the first. */
    int call();

    /** Returns the turn of the model that asks for the call, 1 for its first. */
    int turn();

    /** Returns the tool's name, or {@link #NO_TOOL} if the model named none that exists. */
    String tool();
  }

  /**
   * A call of a tool begins, on the calling thread.
   *
   * @param id the identifier of the call in the conversation with the model, unique in the step
   * @param description the description of the tool for models; empty if it does not exist
   */
  record ToolStarted(
      RunKey run,
      StepKey step,
      long nanos,
      int call,
      int turn,
      String tool,
      String id,
      String description)
      implements ToolEvent {}

  /**
   * A call of a tool has ended.
   *
   * @param startNanos the start of the call, as {@link System#nanoTime}
   * @param end the manner of the end
   * @param approval the approval that the call waited for, or null if it needed none
   * @param errorType the kind of failure, as {@link Failed#errorType}; null if there was none
   * @param failure the exception of the tool, whose message may be personal; or null
   */
  record ToolEnded(
      RunKey run,
      StepKey step,
      long nanos,
      int call,
      int turn,
      String tool,
      long startNanos,
      ToolEnd end,
      @Nullable ToolApproval approval,
      @Nullable String errorType,
      @Nullable Throwable failure)
      implements ToolEvent {

    /** Omits the message of the failure, which may be personal. */
    @Override
    public String toString() {
      return "ToolEnded[run="
          + run
          + ", step="
          + step
          + ", call="
          + call
          + ", turn="
          + turn
          + ", tool="
          + tool
          + ", end="
          + end
          + ", approval="
          + approval
          + ", errorType="
          + errorType
          + "]";
    }
  }

  /** The manners in which a call of a tool ends. */
  enum ToolEnd {
    /** The tool returned a result. */
    RETURNED,
    /** The result of an earlier, equal call was used again. */
    REMEMBERED,
    /** The tool threw an exception. */
    FAILED,
    /** The tool, its limit of calls or an approval refused the call. */
    REFUSED,
    /** The tool was not called, because the name or the arguments were wrong. */
    INVALID,
    /** The run or the step ended before the tool did. */
    CANCELLED
  }

  /**
   * The step has ended.
   *
   * @param absent true if the step decided to have no value; such an item of a fan-out is an empty
   *     {@code Optional} in the list
   */
  record Finished(RunKey run, StepKey step, long nanos, boolean absent) implements StepEvent {}

  /**
   * The step has failed.
   *
   * @param errorType the kind of failure, one of few: an HTTP status such as {@code 503}, or its
   *     class such as {@code 4xx} if the status is not in common use; {@code timeout}, {@code
   *     connection}, {@code invalid_response}, {@code unusable_answer} or {@code resources}; {@code
   *     cancelled}; else the name of the class that was thrown
   */
  record Failed(RunKey run, StepKey step, long nanos, String errorType, Throwable failure)
      implements StepEvent {}

  /**
   * The step is absent because of an input or a condition.
   *
   * @param reason the condition, such as {@code intent is not REFUND}, or the input, such as {@code
   *     order is absent}; never a value
   */
  record Skipped(RunKey run, StepKey step, long nanos, String reason) implements StepEvent {}

  /** The step was not started, or was stopped, because the result does not need it. */
  record NotNeeded(RunKey run, StepKey step, long nanos) implements StepEvent {}

  /** The run ended before the step did. */
  record Cancelled(RunKey run, StepKey step, long nanos) implements StepEvent {}

  /**
   * The run has ended and drained.
   *
   * @param errorType the kind of failure, as {@link Failed#errorType}; null if there is none
   * @param failure the failure of the run, or null
   * @param nested the sums over the runs that were started inside of it, which have events of their
   *     own
   */
  record RunEnded(
      RunKey run,
      long nanos,
      @Nullable String errorType,
      @Nullable Throwable failure,
      NestedRuns nested)
      implements RunEvent {

    /** Makes the end of a run in which no other run was started. */
    public RunEnded(
        RunKey run, long nanos, @Nullable String errorType, @Nullable Throwable failure) {
      this(run, nanos, errorType, failure, NestedRuns.NONE);
    }
  }
}
