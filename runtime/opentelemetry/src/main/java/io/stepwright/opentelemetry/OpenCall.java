package io.stepwright.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.stepwright.spi.ModelAnswered;
import io.stepwright.spi.ModelAsked;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.RunEvent.AttemptStarted;
import io.stepwright.spi.RunEvent.Attempted;
import io.stepwright.spi.Turn;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One question to one model, with all its retries, which the conventions call an operation. It ends
 * with its last attempt, and is reported when another one begins or the step ends. For the step's
 * thread.
 */
final class OpenCall {

  private final Telemetry telemetry;
  private final TraceClock clock;
  private final ModelAsked asked;
  private final long startNanos;
  private final Span span;
  private final Context context;
  private long endNanos;
  private long attempts;
  private long inputTokens = ModelReply.UNKNOWN;
  private long outputTokens = ModelReply.UNKNOWN;
  private @Nullable CurrentContext current;
  private @Nullable Attempted last;
  private @Nullable ModelAnswered answered;

  OpenCall(
      Telemetry telemetry,
      TraceClock clock,
      Context parent,
      AttemptStarted first,
      ModelAsked asked,
      int turn) {
    this.telemetry = telemetry;
    this.clock = clock;
    this.asked = asked;
    startNanos = first.nanos();
    endNanos = startNanos;
    span =
        telemetry
            .tracer()
            .spanBuilder(ConventionNames.CHAT + " " + asked.model())
            .setSpanKind(SpanKind.CLIENT)
            .setParent(parent)
            .setStartTimestamp(clock.epochNanos(startNanos), TimeUnit.NANOSECONDS)
            .setAllAttributes(operation(asked).build())
            .startSpan();
    context = parent.with(span);
    span.setAttribute(
        ConventionNames.OUTPUT_TYPE,
        asked.structured() ? ConventionNames.JSON : ConventionNames.TEXT);
    span.setAttribute(ConventionNames.ATTEMPT_REASON, Instruments.reason(first));
    span.setAttribute(ConventionNames.TURN, (long) turn);
    if (!Double.isNaN(asked.temperature())) {
      span.setAttribute(ConventionNames.REQUEST_TEMPERATURE, asked.temperature());
    }
    if (asked.maxOutputTokens() > 0) {
      span.setAttribute(ConventionNames.REQUEST_MAX_TOKENS, (long) asked.maxOutputTokens());
    }
    starts(first);
  }

  /** Returns the attributes of an operation for spans and metrics. */
  private static AttributesBuilder operation(ModelAsked asked) {
    AttributesBuilder attributes =
        Attributes.builder()
            .put(ConventionNames.OPERATION_NAME, ConventionNames.CHAT)
            .put(ConventionNames.PROVIDER_NAME, ProviderNames.of(asked))
            .put(ConventionNames.REQUEST_MODEL, asked.model());
    if (asked.host() != null) {
      attributes.put(ConventionNames.SERVER_ADDRESS, asked.host());
      if (asked.port() != ModelAsked.NO_PORT) {
        attributes.put(ConventionNames.SERVER_PORT, (long) asked.port());
      }
    }
    return attributes;
  }

  /** Records a further attempt with the same question. */
  void retries(AttemptStarted attempt) {
    Retries.note(span, clock, attempt, last);
    starts(attempt);
  }

  /** Makes the span current, so that the spans of an HTTP client become its children. */
  private void starts(AttemptStarted attempt) {
    attempts++;
    endNanos = attempt.nanos();
    current = new CurrentContext(context);
  }

  void attempted(Attempted attempt) {
    leave();
    last = attempt;
    endNanos = attempt.nanos();
    answered = attempt.answered() == null ? answered : attempt.answered();
    inputTokens = sum(inputTokens, attempt.inputTokens());
    outputTokens = sum(outputTokens, attempt.outputTokens());
  }

  private static long sum(long before, long more) {
    return more < 0 ? before : Math.max(0, before) + more;
  }

  void content(ModelContent content) {
    String answer = content.answer();
    span.setAttribute(ConventionNames.INPUT_MESSAGES, MessageJson.input(content));
    if (content.turns().get(0) instanceof Turn.Instructions system) {
      span.setAttribute(ConventionNames.SYSTEM_INSTRUCTIONS, MessageJson.system(system.text()));
    }
    if (answer != null && answered != null) {
      span.setAttribute(
          ConventionNames.OUTPUT_MESSAGES,
          MessageJson.output(answer, content.calls(), finish(answered)));
    }
    if (!content.tools().isEmpty()) {
      span.setAttribute(ConventionNames.TOOL_DEFINITIONS, MessageJson.tools(content.tools()));
    }
  }

  /** Ends the span, and removes it from its thread. */
  void end() {
    leave();
    Attributes operation = operation(asked).build();
    ModelAnswered answer = answered;
    if (answer != null) {
      span.setAttribute(ConventionNames.RESPONSE_MODEL, answer.model());
      span.setAttribute(ConventionNames.RESPONSE_FINISH_REASONS, List.of(finish(answer)));
      if (answer.id() != null) {
        span.setAttribute(ConventionNames.RESPONSE_ID, answer.id());
      }
      operation =
          operation.toBuilder().put(ConventionNames.RESPONSE_MODEL, answer.countedAs()).build();
    }
    if (inputTokens >= 0) {
      span.setAttribute(ConventionNames.USAGE_INPUT_TOKENS, inputTokens);
    }
    if (outputTokens >= 0) {
      span.setAttribute(ConventionNames.USAGE_OUTPUT_TOKENS, outputTokens);
    }
    span.setAttribute(ConventionNames.ATTEMPTS, attempts);
    String errorType = last == null ? ConventionNames.CANCELLED : last.errorType();
    fail(errorType);
    telemetry.instruments().operation(endNanos - startNanos, operation, errorType, context);
    telemetry.instruments().tokens(inputTokens, outputTokens, operation, context);
    span.end(clock.epochNanos(endNanos), TimeUnit.NANOSECONDS);
  }

  private void fail(@Nullable String errorType) {
    if (errorType == null) {
      return;
    }
    span.setAttribute(ConventionNames.ERROR_TYPE, errorType);
    if (last != null && last.status() != ModelClientException.NO_STATUS) {
      span.setAttribute(ConventionNames.HTTP_STATUS, (long) last.status());
    }
    if (!errorType.equals(ConventionNames.CANCELLED)) {
      // Only the messages of clients are known to quote nothing of prompt and answer.
      Throwable failure = last == null ? null : last.failure();
      String message = failure instanceof ModelClientException ? failure.getMessage() : null;
      span.setStatus(StatusCode.ERROR, message == null ? "" : message);
    }
  }

  private void leave() {
    if (current != null) {
      current.close();
      current = null;
    }
  }

  private static String finish(ModelAnswered answer) {
    return switch (answer.finish()) {
      case COMPLETE -> "stop";
      case LENGTH -> "length";
      case CONTENT_FILTER -> "content_filter";
      case REFUSAL -> "refusal";
      case TOOL_CALLS -> "tool_call";
      case OTHER -> answer.finishReason() == null ? "other" : answer.finishReason();
    };
  }
}
