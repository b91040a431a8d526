package io.stepwright.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.stepwright.runtime.AgentException;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepEvent;
import org.jspecify.annotations.Nullable;

/**
 * How a step ended, as its last event says.
 *
 * @param state in one word
 * @param errorType what kind of failure it is, or null
 * @param failure what it failed with, or null
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

  /** A step that is stopped has done nothing wrong: only a failure is an error. */
  void describe(Span span) {
    span.setAttribute(ConventionNames.STEP_STATE, state);
    if (errorType != null) {
      span.setAttribute(ConventionNames.ERROR_TYPE, errorType);
      span.setStatus(StatusCode.ERROR, message(failure));
    }
  }

  /** Messages of ours quote no prompt and no answer; those of what they wrap may. */
  static String message(@Nullable Throwable failure) {
    String message = failure instanceof AgentException ? failure.getMessage() : null;
    return message == null ? "" : message;
  }
}
