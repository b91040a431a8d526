package io.stepwright.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.RunEvent.AttemptStarted;
import io.stepwright.spi.RunEvent.Attempted;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Records a further attempt as an event of a span. */
final class Retries {

  private Retries() {}

  static void note(
      Span span, TraceClock clock, AttemptStarted attempt, @Nullable Attempted failed) {
    AttributesBuilder attributes =
        Attributes.builder()
            .put(ConventionNames.ATTEMPT, (long) attempt.number())
            .put(ConventionNames.ATTEMPT_REASON, Instruments.reason(attempt))
            .put(ConventionNames.ATTEMPT_WAIT, TraceClock.seconds(attempt.waitedNanos()));
    if (failed != null && failed.errorType() != null) {
      attributes.put(ConventionNames.ERROR_TYPE, failed.errorType());
      if (failed.status() != ModelClientException.NO_STATUS) {
        attributes.put(ConventionNames.HTTP_STATUS, (long) failed.status());
      }
    }
    span.addEvent(
        ConventionNames.RETRY_EVENT,
        attributes.build(),
        clock.epochNanos(attempt.nanos()),
        TimeUnit.NANOSECONDS);
  }
}
