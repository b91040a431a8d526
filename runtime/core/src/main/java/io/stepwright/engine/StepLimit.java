package io.stepwright.engine;

import io.stepwright.background.Alarms;
import io.stepwright.call.Deadline;
import io.stepwright.engine.message.Messages;
import io.stepwright.runtime.StepTimeoutException;
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

  static StepTimeoutException exceeded(StepRun run, @Nullable Throwable cause) {
    StepInfo step = run.info();
    Duration limit = duration(step);
    return new StepTimeoutException(
        step.agent().name(),
        step.name(),
        Messages.stepTimeout(run.what(), limit == null ? Duration.ZERO : limit),
        cause);
  }

  static StepTimeoutException attemptExceeded(StepRun run, Throwable late) {
    StepInfo step = run.info();
    Duration limit = step.attemptTimeout();
    return new StepTimeoutException(
        step.agent().name(),
        step.name(),
        Messages.attemptTimeout(run.what(), step, limit == null ? Duration.ZERO : limit),
        late.getCause());
  }

  /**
   * Returns the time limit of the whole step. The only attempt of a code step is its whole body;
   * the limit of other attempts is applied to each of them elsewhere.
   */
  private static @Nullable Duration duration(StepInfo step) {
    Duration total = step.timeout();
    boolean once = step.model() == null && step.attempts() == 1;
    Duration attempt = once ? step.attemptTimeout() : null;
    if (total == null || attempt == null) {
      return total == null ? attempt : total;
    }
    return total.compareTo(attempt) < 0 ? total : attempt;
  }

  @Override
  protected void ring() {
    run.life().state().stop(run, StopReason.TIMED_OUT);
  }
}
