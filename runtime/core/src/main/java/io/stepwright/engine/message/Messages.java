package io.stepwright.engine.message;

import io.stepwright.figure.RoundedTime;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.NullSlotException;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The texts of failures. None of them holds a text of a user, a prompt or a model. */
public final class Messages {

  private static final int MOST_NAMED = 8;

  private Messages() {}

  public static String failed(String what, Throwable cause) {
    if (cause instanceof NullSlotException) {
      return "%s failed. %s".formatted(what, cause.getMessage());
    }
    return "%s failed with %s; see the cause.".formatted(what, cause.getClass().getName());
  }

  public static String returnedNull(String what) {
    return "%s returned null. Return Optional<...> if it may have no value.".formatted(what);
  }

  public static String notRecorded(String agent, String entryPoint) {
    return "Runs of %s.%s are not recorded. Its EntryPointInfo must be reported()."
        .formatted(agent, entryPoint);
  }

  public static String unmatched(StepInfo step, @Nullable Object value) {
    return "%s has no alternative for %s, which was not known when the agent was compiled. Compile it again."
        .formatted(name(step), constant(value));
  }

  /** Names a value without revealing its content. */
  private static String constant(@Nullable Object value) {
    if (value instanceof Enum<?> known) {
      return known.getDeclaringClass().getSimpleName() + "." + known.name();
    }
    return value == null || value instanceof Boolean
        ? String.valueOf(value)
        : value.getClass().getSimpleName();
  }

  public static String refused(StepInfo step, Throwable cause) {
    return "%s could not be started: the executor threw %s. Give the runtime an executor that accepts every task."
        .formatted(name(step), cause.getClass().getName());
  }

  public static String stepTimeout(String what, Duration limit) {
    return "%s took longer than %s. Raise its @Timeout, or make it faster."
        .formatted(what, RoundedTime.of(limit.toNanos()));
  }

  public static String attemptTimeout(String what, StepInfo step, Duration limit) {
    return String.format(
        Locale.ROOT,
        "%s took longer than %s in the last of its %d attempts. Raise the attempt limit of its"
            + " @Timeout, or make it faster.",
        what,
        RoundedTime.of(limit.toNanos()),
        step.attempts());
  }

  public static String cancelled(String agent, String entryPoint, String reason) {
    return "The run of %s.%s was cancelled: %s.".formatted(agent, entryPoint, reason);
  }

  public static String notStarted(String agent, String entryPoint, String reason) {
    return "The run of %s.%s could not be started: %s".formatted(agent, entryPoint, reason);
  }

  /** Returns the text of a step that still runs, for {@link #runTimeout}. */
  public static String running(String label, long elapsed) {
    return "'%s' for %s".formatted(label, RoundedTime.of(elapsed));
  }

  public static String runTimeout(
      String agent, String entryPoint, long elapsed, List<String> running) {
    StringJoiner steps = new StringJoiner(", ");
    running.stream().limit(MOST_NAMED).forEach(steps::add);
    if (running.size() > MOST_NAMED) {
      steps.add((running.size() - MOST_NAMED) + " more");
    }
    return "The run of %s.%s was stopped at its time limit, after %s. Still running: %s."
            .formatted(
                agent, entryPoint, RoundedTime.of(elapsed), running.isEmpty() ? "no step" : steps)
        + " Raise the timeout of @EntryPoint or stepwright.run.timeout, or make these steps"
        + " faster.";
  }

  /** Returns {@code Step 'x' of agent Y}, the beginning of every message. */
  public static String name(StepInfo step) {
    return "S" + within(step).substring(1);
  }

  /** Returns {@code Item 3 of step 'x' of agent Y}, or the step alone if there is no item. */
  public static String name(StepInfo step, int item) {
    return item == StepKey.NO_ITEM
        ? name(step)
        : String.format(Locale.ROOT, "Item %d of %s", item, within(step));
  }

  /** Returns {@code step 'x' of agent Y}, for use within a sentence. */
  public static String within(StepInfo step) {
    return "step '%s' of agent %s".formatted(step.label(), step.agent().name());
  }
}
