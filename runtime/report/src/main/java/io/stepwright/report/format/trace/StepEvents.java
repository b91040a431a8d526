package io.stepwright.report.format.trace;

import io.stepwright.report.AttemptReport;
import io.stepwright.report.CacheReport;
import io.stepwright.report.FailureReport;
import io.stepwright.report.StepReport;
import io.stepwright.spi.ModelReply;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one step that ran, with its nested events. */
final class StepEvents {

  private final StepReport step;
  private final int tid;
  private final boolean content;
  private final long start;
  private final long end;

  StepEvents(StepReport step, int tid, boolean content) {
    this.step = step;
    this.tid = tid;
    this.content = content;
    this.start = step.start().toNanos();
    this.end = step.end().toNanos();
  }

  void write(TraceWriter trace) throws IOException {
    trace.complete(step.label(), "step", start, end - start, tid, arguments());
    CacheReport cache = step.cache();
    if (cache != null) {
      inside(
          trace, "cache", "cache", cache.start().toNanos(), cache.duration().toNanos(), of(cache));
    }
    for (AttemptReport attempt : step.attempts()) {
      long begin = attempt.start().toNanos();
      long waited = attempt.waited().toNanos();
      if (waited > 0) {
        inside(trace, "wait", "wait", begin - waited, waited, Map.of());
      }
      String name = attempt.model() == null ? "attempt " + attempt.number() : attempt.model();
      inside(trace, name, "attempt", begin, attempt.duration().toNanos(), of(attempt));
    }
  }

  /** Writes a part of the step, clipped to the step. */
  private void inside(
      TraceWriter trace,
      String name,
      String category,
      long from,
      long duration,
      Map<String, Object> arguments)
      throws IOException {
    long begin = Math.min(Math.max(from, start), end);
    long stop = Math.min(Math.max(from + duration, begin), end);
    trace.complete(name, category, begin, stop - begin, tid, arguments);
  }

  private Map<String, Object> arguments() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("state", step.state().toText());
    if (step.alternative() != null) {
      arguments.put("alternative", step.alternative());
    }
    arguments.put("critical", step.critical() ? "yes" : "no");
    arguments.put("queuedNanos", step.queued().toNanos());
    if (step.model() != null) {
      arguments.put("model", step.model());
    }
    failure(step.failure(), true, arguments);
    return arguments;
  }

  private Map<String, Object> of(CacheReport cache) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("outcome", cache.toString());
    arguments.put("inputTokensSaved", cache.inputTokensSaved());
    arguments.put("outputTokensSaved", cache.outputTokensSaved());
    if (content && cache.matchedText() != null) {
      arguments.put("matchedText", cache.matchedText());
    }
    return arguments;
  }

  private Map<String, Object> of(AttemptReport attempt) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("number", attempt.number());
    arguments.put("reason", attempt.reason().name().toLowerCase(Locale.ROOT));
    if (attempt.answeredBy() != null) {
      arguments.put("answeredBy", attempt.answeredBy());
    }
    if (attempt.finishReason() != null) {
      arguments.put("finishReason", attempt.finishReason());
    }
    if (attempt.onWire() != null) {
      arguments.put("onWireMicros", attempt.onWire().toNanos() / 1_000);
    }
    if (attempt.inputTokens() != ModelReply.UNKNOWN) {
      arguments.put("inputTokens", attempt.inputTokens());
    }
    if (attempt.outputTokens() != ModelReply.UNKNOWN) {
      arguments.put("outputTokens", attempt.outputTokens());
    }
    failure(attempt.failure(), content, arguments);
    return arguments;
  }

  private static void failure(
      @Nullable FailureReport failure, boolean message, Map<String, Object> arguments) {
    if (failure != null) {
      arguments.put("failure", failure.type());
      if (message) {
        arguments.put("message", failure.message());
      }
    }
  }
}
