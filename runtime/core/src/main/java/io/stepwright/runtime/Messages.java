package io.stepwright.runtime;

import io.stepwright.wiring.NullSlotException;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The texts of failures. None of them holds what a user, a prompt or a model said. */
final class Messages {

  private Messages() {}

  static String failed(StepInfo step, Throwable cause) {
    if (cause instanceof NullSlotException) {
      return "%s failed. %s".formatted(name(step), cause.getMessage());
    }
    return "%s failed with %s; see the cause.".formatted(name(step), cause.getClass().getName());
  }

  static String returnedNull(StepInfo step) {
    return "%s returned null. Return Optional<...> if it may have no value.".formatted(name(step));
  }

  static String refused(StepInfo step, Throwable cause) {
    return "%s could not be started: the executor threw %s. Give the runtime an executor that accepts every task."
        .formatted(name(step), cause.getClass().getName());
  }

  static String stepTimeout(StepInfo step, Duration limit) {
    return "%s took longer than %s. Raise its @Timeout, or make it faster."
        .formatted(name(step), time(limit.toNanos()));
  }

  static String attemptTimeout(StepInfo step, Duration limit) {
    return "%s took longer than %s in the last of its %d attempts. Raise the attempt limit of its @Timeout, or make it faster."
        .formatted(name(step), time(limit.toNanos()), step.attempts());
  }

  static String runTimeout(RunLife life, long elapsed, List<StepRun> running) {
    StringJoiner steps = new StringJoiner(", ");
    for (StepRun run : running) {
      steps.add(
          "'%s' for %s".formatted(run.info().name(), time(System.nanoTime() - run.startNanos())));
    }
    return "The run of %s.%s was stopped at its time limit, after %s. Still running: %s."
            .formatted(
                life.agent(),
                life.entryPoint(),
                time(elapsed),
                running.isEmpty() ? "no step" : steps)
        + " Raise the timeout of @EntryPoint or stepwright.run.timeout, or make these steps faster.";
  }

  /** {@code Step 'x' of agent Y}, as every message begins. */
  static String name(StepInfo step) {
    return "Step '%s' of agent %s".formatted(step.name(), step.agent().name());
  }

  static String time(long nanos) {
    long millis = nanos / 1_000_000;
    return millis < 1_000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
  }
}
