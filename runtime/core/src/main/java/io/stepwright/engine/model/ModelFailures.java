package io.stepwright.engine.model;

import io.stepwright.call.ModelFailure;
import io.stepwright.call.UnusableReplyException;
import io.stepwright.engine.message.Messages;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.runtime.ModelOutputException;
import io.stepwright.spi.ModelClientException;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the failures of a step's models into exceptions for the caller of the agent. */
final class ModelFailures {

  private ModelFailures() {}

  /**
   * Returns the failure of the last model that was asked, with those of the earlier ones
   * suppressed.
   */
  static AgentException of(StepInfo step, ModelFailure last) {
    List<AgentException> earlier = new ArrayList<>();
    List<String> models = new ArrayList<>();
    int requests = last.requests();
    for (Throwable suppressed : last.getSuppressed()) {
      if (suppressed instanceof ModelFailure failure) {
        earlier.add(one(step, failure, failure.requests(), ""));
        models.add(failure.target().toString());
        requests += failure.requests();
      }
    }
    String before =
        models.isEmpty()
            ? ""
            : " These models failed before it (see the suppressed exceptions): %s."
                .formatted(String.join(", ", models));
    AgentException exception = one(step, last, requests, before);
    earlier.forEach(exception::addSuppressed);
    return exception;
  }

  private static AgentException one(
      StepInfo step, ModelFailure failure, int requests, String before) {
    String agent = step.agent().name();
    UnusableReplyException unusable = failure.unusable();
    if (unusable != null) {
      return new ModelOutputException(
          agent,
          step.name(),
          "%s got an unusable answer from model %s: %s%s"
              .formatted(Messages.name(step), failure.target(), failure.message(), before),
          unusable.text(),
          unusable.refusal(),
          cause(unusable));
    }
    ModelClientException none = failure.noAnswer();
    return new ModelCallException(
        agent,
        step.name(),
        "%s got no answer from model %s: %s%s"
            .formatted(Messages.name(step), failure.target(), failure.message(), before),
        none == null ? ModelClientException.NO_STATUS : none.status(),
        none != null && none.retryable(),
        requests,
        none == null ? null : none.serverMessage(),
        none);
  }

  /** Returns the fault of the answer, or the failure of the attempt to get a better one. */
  private static @Nullable Throwable cause(UnusableReplyException unusable) {
    Throwable[] suppressed = unusable.getSuppressed();
    return suppressed.length > 0 ? suppressed[0] : unusable.getCause();
  }
}
