package io.stepwright.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ModelAsked;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent.AttemptStarted;
import io.stepwright.spi.RunEvent.Attempted;
import io.stepwright.spi.RunEvent.CacheLookedUp;
import io.stepwright.spi.RunEvent.StepEvent;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A step between its start and its end, whose span is current on its thread. For that thread. */
final class TracedStep {

  private final Telemetry telemetry;
  private final TraceClock clock;
  private final Span span;
  private final Context context;
  private final long startNanos;
  private final CurrentContext current;
  private @Nullable OpenCall call;
  private int turn;
  private @Nullable Attempted last;

  TracedStep(Telemetry telemetry, TraceClock clock, Span span, Context context, long startNanos) {
    this.telemetry = telemetry;
    this.clock = clock;
    this.span = span;
    this.context = context;
    this.startNanos = startNanos;
    this.current = new CurrentContext(context);
  }

  /** Returns the context of the step, whose span is that of the step. */
  Context context() {
    return context;
  }

  void lookedUp(CacheLookedUp event) {
    LookupSpans.report(telemetry, clock, context, event);
  }

  void starting(AttemptStarted attempt) {
    if (attempt.reason().isRepetition()) {
      telemetry.instruments().retried(attempt, last == null ? null : last.errorType(), context);
    }
    ModelAsked asked = attempt.asked();
    if (attempt.reason() != AttemptReason.RETRY) {
      endCall();
      turn += attempt.reason() == AttemptReason.FALLBACK ? 0 : 1;
      call = asked == null ? null : new OpenCall(telemetry, clock, context, attempt, asked, turn);
    } else if (call != null) {
      call.retries(attempt);
    } else {
      Retries.note(span, clock, attempt, last);
    }
  }

  void attempted(Attempted attempt) {
    last = attempt;
    if (call != null) {
      call.attempted(attempt);
    }
  }

  void content(ModelContent content) {
    if (call != null) {
      call.content(content);
    }
  }

  /** Ends the step, on its own thread. */
  void end(StepEvent event) {
    endCall();
    current.close();
    StepEnds end = StepEnds.of(event);
    end.describe(span);
    telemetry
        .instruments()
        .step(
            event.nanos() - startNanos,
            event.run(),
            event.step(),
            end.state(),
            end.errorType(),
            context);
    span.end(clock.epochNanos(event.nanos()), TimeUnit.NANOSECONDS);
  }

  /**
   * Ends the step because the run is over and its own end was not reported, possibly on another
   * thread.
   */
  void abandon(long nanos) {
    span.setAttribute(ConventionNames.STEP_STATE, ConventionNames.CANCELLED);
    span.end(clock.epochNanos(nanos), TimeUnit.NANOSECONDS);
  }

  private void endCall() {
    if (call != null) {
      call.end();
      call = null;
    }
  }
}
