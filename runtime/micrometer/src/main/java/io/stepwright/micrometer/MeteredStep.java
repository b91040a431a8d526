package io.stepwright.micrometer;

import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ModelAnswered;
import io.stepwright.spi.ModelAsked;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.AttemptStarted;
import io.stepwright.spi.RunEvent.Attempted;
import io.stepwright.spi.RunEvent.StepEvent;
import org.jspecify.annotations.Nullable;

/**
 * A step between its start and its end, with its current question to a model, which ends when
 * another one begins or the step ends. For the step's thread.
 */
final class MeteredStep {

  private final Meters meters;
  private final long startNanos;
  private @Nullable ModelAsked asked;
  private @Nullable ModelAnswered answered;
  private @Nullable Attempted last;
  private long callStartNanos;
  private long inputTokens;
  private long outputTokens;

  MeteredStep(Meters meters, long startNanos) {
    this.meters = meters;
    this.startNanos = startNanos;
  }

  void starting(AttemptStarted attempt) {
    if (attempt.reason().isRepetition()) {
      meters.retried(attempt, last == null ? null : last.errorType());
    }
    if (attempt.reason() != AttemptReason.RETRY) {
      endCall();
      asked = attempt.asked();
      callStartNanos = attempt.nanos();
      inputTokens = ModelReply.UNKNOWN;
      outputTokens = ModelReply.UNKNOWN;
    }
  }

  void attempted(Attempted attempt) {
    last = attempt;
    answered = attempt.answered() == null ? answered : attempt.answered();
    inputTokens = sum(inputTokens, attempt.inputTokens());
    outputTokens = sum(outputTokens, attempt.outputTokens());
  }

  private static long sum(long before, long more) {
    return more < 0 ? before : Math.max(0, before) + more;
  }

  void end(StepEvent event) {
    endCall();
    String errorType = event instanceof RunEvent.Failed failed ? failed.errorType() : null;
    meters.step(event, state(event), errorType, event.nanos() - startNanos);
  }

  private void endCall() {
    if (asked != null && last != null) {
      meters.call(
          asked,
          answered,
          last.nanos() - callStartNanos,
          inputTokens,
          outputTokens,
          last.errorType());
    }
    asked = null;
    answered = null;
  }

  private static String state(StepEvent event) {
    if (event instanceof RunEvent.Finished finished) {
      return finished.absent() ? "absent" : "finished";
    } else if (event instanceof RunEvent.Failed) {
      return "failed";
    }
    return event instanceof RunEvent.NotNeeded ? "not_needed" : "cancelled";
  }
}
