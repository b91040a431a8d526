package io.stepwright.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.stepwright.runtime.AgentException;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepEvent;
import org.jspecify.annotations.Nullable;

/**
 * The end of a step, from its last event.
 *
 * @param state the state in one word
 * @param errorType the kind of failure, or null
 * @param failure the failure, or null
 */
record StepEnds(String state, @Nullable String errorType, @Nullable Throwable failure) {

  static StepEnds of(StepEvent event) {
    if (event instanceof RunEvent.Failed failed) {
      return new StepEnds(ConventionNames.FAILED, failed.errorType(), failed.failure());
    } else if (event instanceof RunEvent.Finished finished) {
      return new StepEnds(
          finished.absent() ? ConventionNames.ABSENT : ConventionNames.FINISHED, null, null);
    } else if (event instanceof RunEvent.Skipped) {
      return new StepEnds(ConventionNames.SKIPPED, null, null);
    } else if (event instanceof RunEvent.NotNeeded) {
      return new StepEnds(ConventionNames.NOT_NEEDED, null, null);
    }
    return new StepEnds(ConventionNames.CANCELLED, null, null);
  }

  /** Describes the end in a span. Only a failure is an error; a stopped step is none. */
  void describe(Span span) {
    span.setAttribute(ConventionNames.STEP_STATE, state);
    if (errorType != null) {
      span.setAttribute(ConventionNames.ERROR_TYPE, errorType);
      span.setStatus(StatusCode.ERROR, message(failure));
    }
  }

  /**
   * Returns the message of an exception of ours, which quotes no prompt and no answer; the messages
   * of wrapped exceptions may.
   */
  static String message(@Nullable Throwable failure) {
    String message = failure instanceof AgentException ? failure.getMessage() : null;
    return message == null ? "" : message;
  }
}
