package io.stepwright.runtime;

import io.stepwright.call.Attempt;
import io.stepwright.call.AttemptObserver;
import io.stepwright.call.Target;
import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.RunEvent;
import org.jspecify.annotations.Nullable;

/** Tells the listeners of the attempts of one step. */
final class AttemptEvents implements AttemptObserver {

  private final StepRun run;

  AttemptEvents(StepRun run) {
    this.run = run;
  }

  @Override
  public void attempted(Attempt attempt) {
    ModelReply reply = attempt.reply();
    Target target = attempt.target();
    emit(
        attempt.number(),
        attempt.reason(),
        reply == null ? target.model() : reply.model(),
        target.provider().name(),
        attempt.waitedNanos(),
        attempt.startNanos(),
        attempt.inputTokens(),
        attempt.outputTokens(),
        attempt.failure());
  }

  /** An execution of a code step has ended. */
  void executed(int number, long waitedNanos, long startNanos, @Nullable Throwable failure) {
    AttemptReason reason = number == 1 ? AttemptReason.FIRST : AttemptReason.RETRY;
    emit(
        number,
        reason,
        null,
        null,
        waitedNanos,
        startNanos,
        ModelReply.UNKNOWN,
        ModelReply.UNKNOWN,
        failure);
  }

  private void emit(
      int number,
      AttemptReason reason,
      @Nullable String model,
      @Nullable String provider,
      long waitedNanos,
      long startNanos,
      long inputTokens,
      long outputTokens,
      @Nullable Throwable failure) {
    RunEvents events = run.life().events();
    RunEvent.StepKey key = run.key();
    if (events == null || key == null) {
      return;
    }
    events.emit(
        new RunEvent.Attempted(
            events.run(),
            key,
            System.nanoTime(),
            number,
            reason,
            model,
            provider,
            waitedNanos,
            startNanos,
            inputTokens,
            outputTokens,
            failure));
  }
}
