package io.stepwright.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.stepwright.spi.RunEvent.ToolEnd;
import io.stepwright.spi.RunEvent.ToolEnded;
import io.stepwright.spi.RunEvent.ToolEvent;
import io.stepwright.spi.RunEvent.ToolStarted;
import io.stepwright.spi.ToolApproval;
import io.stepwright.spi.ToolContent;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool between its start and its end, whose span is current on its thread, so that the
 * spans of what the tool does become its children. For that thread.
 */
final class OpenTool {

  private final Telemetry telemetry;
  private final TraceClock clock;
  private final Span span;
  private final Context context;
  private final CurrentContext current;

  OpenTool(Telemetry telemetry, TraceClock clock, Context parent, ToolStarted event) {
    this.telemetry = telemetry;
    this.clock = clock;
    span =
        telemetry
            .tracer()
            .spanBuilder(ConventionNames.EXECUTE_TOOL + " " + event.tool())
            .setParent(parent)
            .setStartTimestamp(clock.epochNanos(event.nanos()), TimeUnit.NANOSECONDS)
            .setAllAttributes(Instruments.of(event).build())
            .setAttribute(ConventionNames.TOOL_CALL_ID, event.id())
            .setAttribute(ConventionNames.TURN, (long) event.turn())
            .startSpan();
    if (!event.description().isEmpty()) {
      span.setAttribute(ConventionNames.TOOL_DESCRIPTION, event.description());
    }
    context = parent.with(span);
    current = new CurrentContext(context);
  }

  /** Records the arguments and the result. */
  void content(ToolContent content) {
    span.setAttribute(ConventionNames.TOOL_CALL_ARGUMENTS, content.arguments());
    if (content.result() != null) {
      span.setAttribute(ConventionNames.TOOL_CALL_RESULT, content.result());
    }
  }

  /** Ends the span, and removes it from its thread. */
  void end(ToolEnded event) {
    current.close();
    String errorType = errorType(event);
    span.setAttribute(ConventionNames.TOOL_OUTCOME, Instruments.outcome(event));
    if (errorType != null) {
      span.setAttribute(ConventionNames.ERROR_TYPE, errorType);
      if (!errorType.equals(ConventionNames.CANCELLED)) {
        // The message of the exception may quote anything.
        span.setStatus(StatusCode.ERROR);
      }
    }
    ToolApproval approval = event.approval();
    if (approval != null) {
      approval(approval);
    }
    telemetry.instruments().tool(event, errorType, context);
    span.end(clock.epochNanos(event.nanos()), TimeUnit.NANOSECONDS);
  }

  /** Ends the call because the run is over and its own end was not reported. */
  void abandon(long nanos) {
    span.setAttribute(ConventionNames.TOOL_OUTCOME, ConventionNames.CANCELLED);
    span.end(clock.epochNanos(nanos), TimeUnit.NANOSECONDS);
  }

  private void approval(ToolApproval approval) {
    AttributesBuilder attributes = Attributes.builder();
    attributes.put(
        ConventionNames.APPROVAL_OUTCOME, approval.end().name().toLowerCase(Locale.ROOT));
    attributes.put(ConventionNames.APPROVAL_WAIT, TraceClock.seconds(approval.waitedNanos()));
    span.addEvent(
        ConventionNames.APPROVAL_EVENT,
        attributes.build(),
        clock.epochNanos(approval.startNanos() + approval.waitedNanos()),
        TimeUnit.NANOSECONDS);
  }

  /** Returns the kind of error; a refusal is none, because it is what was decided. */
  private static @Nullable String errorType(ToolEnded event) {
    if (event.end() == ToolEnd.INVALID) {
      return event.tool().equals(ToolEvent.NO_TOOL)
          ? ConventionNames.UNKNOWN_TOOL
          : ConventionNames.INVALID_ARGUMENTS;
    }
    return event.end() == ToolEnd.CANCELLED ? ConventionNames.CANCELLED : event.errorType();
  }
}
