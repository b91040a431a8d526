package io.stepwright.runtime;

import io.stepwright.call.Deadline;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Stops one step at its own time limit. */
final class StepLimit extends Alarms.Alarm {

  private final StepRun run;

  StepLimit(StepRun run) {
    this.run = run;
  }

  static Deadline of(StepInfo step, long startNanos) {
    Duration limit = duration(step);
    return limit == null ? Deadline.NONE : Deadline.of(startNanos, limit);
  }

  static StepTimeoutException exceeded(StepInfo step, @Nullable Throwable cause) {
    Duration limit = duration(step);
    return new StepTimeoutException(
        step.agent().name(),
        step.name(),
        Messages.stepTimeout(step, limit == null ? Duration.ZERO : limit),
        cause);
  }

  /**
   * An attempt of a code step is its whole body; the attempts of a model step are limited
   * elsewhere.
   */
  private static @Nullable Duration duration(StepInfo step) {
    Duration total = step.timeout();
    Duration attempt = step.model() == null ? step.attemptTimeout() : null;
    if (total == null || attempt == null) {
      return total == null ? attempt : total;
    }
    return total.compareTo(attempt) < 0 ? total : attempt;
  }

  @Override
  void ring() {
    run.life().stop(run, Stop.TIMED_OUT);
  }
}
