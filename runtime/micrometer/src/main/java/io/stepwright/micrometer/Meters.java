package io.stepwright.micrometer;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.ModelAnswered;
import io.stepwright.spi.ModelAsked;
import io.stepwright.spi.RunEvent.AttemptStarted;
import io.stepwright.spi.RunEvent.RunEnded;
import io.stepwright.spi.RunEvent.RunKey;
import io.stepwright.spi.RunEvent.StepEvent;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.spi.RunEvent.ToolEnded;
import io.stepwright.spi.RunEvent.ToolEvent;
import io.stepwright.spi.ToolApproval;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The meters of all runs. Thread-safe. */
final class Meters {

  private final MeterRegistry registry;
  private volatile boolean buckets;

  Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Sets whether new histograms have buckets; registered ones are unchanged. */
  void buckets(boolean wanted) {
    buckets = wanted;
  }

  /** Records a question to a model that is complete. */
  void call(
      ModelAsked asked,
      @Nullable ModelAnswered answered,
      long nanos,
      long inputTokens,
      long outputTokens,
      @Nullable String errorType) {
    Tags call =
        Tags.of(
            MeterNames.OPERATION_NAME,
            "chat",
            MeterNames.PROVIDER_NAME,
            asked.provider(),
            MeterNames.REQUEST_MODEL,
            asked.model(),
            MeterNames.RESPONSE_MODEL,
            answered == null ? MeterNames.NONE : answered.countedAs(),
            MeterNames.SERVER_ADDRESS,
            orNone(asked.host()),
            MeterNames.SERVER_PORT,
            asked.port() == ModelAsked.NO_PORT ? MeterNames.NONE : String.valueOf(asked.port()));
    time(
        MeterNames.OPERATION_DURATION,
        MeterNames.OPERATION_SECONDS,
        call.and(MeterNames.ERROR_TYPE, orNone(errorType)),
        nanos);
    tokens(inputTokens, call.and(MeterNames.TOKEN_TYPE, "input"));
    tokens(outputTokens, call.and(MeterNames.TOKEN_TYPE, "output"));
  }

  private void tokens(long count, Tags tags) {
    if (count >= 0) {
      DistributionSummary.Builder tokens =
          DistributionSummary.builder(MeterNames.TOKEN_USAGE).tags(tags);
      if (buckets) {
        tokens.serviceLevelObjectives(MeterNames.TOKENS);
      }
      tokens.register(registry).record((double) count);
    }
  }

  /** Records a run that has ended. */
  void run(RunEnded event, long nanos) {
    RunKey run = event.run();
    time(
        MeterNames.WORKFLOW_DURATION,
        MeterNames.WORKFLOW_SECONDS,
        Tags.of(
            MeterNames.WORKFLOW_NAME,
            run.agent() + "." + run.entryPoint(),
            MeterNames.ERROR_TYPE,
            orNone(event.errorType())),
        nanos);
  }

  /** Records the end of a step that had started. */
  void step(StepEvent event, String state, @Nullable String errorType, long nanos) {
    Tags tags =
        of(event).and(MeterNames.STEP_STATE, state).and(MeterNames.ERROR_TYPE, orNone(errorType));
    time(MeterNames.STEP_DURATION, MeterNames.OPERATION_SECONDS, tags, nanos);
  }

  /** Records a cache look-up. */
  void lookedUp(StepEvent event, CacheLookup lookup) {
    Tags step = of(event);
    String outcome = lookup.outcome().name().toLowerCase(Locale.ROOT);
    registry
        .counter(MeterNames.CACHE_LOOKUPS, step.and(MeterNames.CACHE_OUTCOME, outcome))
        .increment();
    saved(lookup.inputTokensSaved(), step.and(MeterNames.TOKEN_TYPE, "input"));
    saved(lookup.outputTokensSaved(), step.and(MeterNames.TOKEN_TYPE, "output"));
  }

  private void saved(long count, Tags tags) {
    if (count > 0) {
      registry.counter(MeterNames.CACHE_SAVED_TOKENS, tags).increment((double) count);
    }
  }

  /** Records a further attempt. */
  void retried(AttemptStarted attempt, @Nullable String lastErrorType) {
    String reason = attempt.reason().name().toLowerCase(Locale.ROOT);
    Tags tags =
        of(attempt)
            .and(MeterNames.ATTEMPT_REASON, reason)
            .and(MeterNames.ERROR_TYPE, orNone(lastErrorType));
    registry.counter(MeterNames.RETRIES, tags).increment();
  }

  /** Records the end of a call of a tool, and its wait for an approval. */
  void tool(ToolEnded event) {
    // The names of tools are known at compile time; a name that a model made up is none of them.
    Tags call =
        of(event.run(), event.step())
            .and(MeterNames.OPERATION_NAME, "execute_tool")
            .and(MeterNames.TOOL_NAME, event.tool())
            .and(MeterNames.TOOL_TYPE, "function");
    time(
        MeterNames.TOOL_DURATION,
        MeterNames.OPERATION_SECONDS,
        call.and(MeterNames.TOOL_OUTCOME, event.end().name().toLowerCase(Locale.ROOT))
            .and(MeterNames.ERROR_TYPE, orNone(errorType(event))),
        event.nanos() - event.startNanos());
    ToolApproval approval = event.approval();
    if (approval != null) {
      String end = approval.end().name().toLowerCase(Locale.ROOT);
      time(
          MeterNames.APPROVAL_DURATION,
          MeterNames.WORKFLOW_SECONDS,
          call.and(MeterNames.APPROVAL_OUTCOME, end),
          approval.waitedNanos());
    }
  }

  /** Returns the kind of error; a refusal is none, because it is what was decided. */
  private static @Nullable String errorType(ToolEnded event) {
    return switch (event.end()) {
      case INVALID -> event.tool().equals(ToolEvent.NO_TOOL) ? "unknown_tool" : "invalid_arguments";
      case CANCELLED -> "cancelled";
      case RETURNED, REMEMBERED, REFUSED, FAILED -> event.errorType();
    };
  }

  private void time(String name, Duration[] bounds, Tags tags, long nanos) {
    Timer.Builder timer = Timer.builder(name).tags(tags);
    if (buckets) {
      timer.serviceLevelObjectives(bounds);
    }
    timer.register(registry).record(nanos, TimeUnit.NANOSECONDS);
  }

  private static Tags of(StepEvent event) {
    return of(event.run(), event.step());
  }

  private static Tags of(RunKey run, StepKey step) {
    // Bounded by the number of the agent's methods, which are known at compile time.
    return Tags.of(
        MeterNames.AGENT,
        run.agent(),
        MeterNames.STEP,
        step.name(),
        MeterNames.STEP_ALTERNATIVE,
        orNone(step.alternative()));
  }

  private static String orNone(@Nullable String value) {
    return value == null ? MeterNames.NONE : value;
  }
}
