package io.stepwright.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.RunEvent.AttemptStarted;
import io.stepwright.spi.RunEvent.RunKey;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.spi.RunEvent.ToolEnded;
import io.stepwright.spi.RunEvent.ToolEvent;
import io.stepwright.spi.ToolApproval;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The metrics of all runs. Thread-safe. */
final class Instruments {

  private final DoubleHistogram operations;
  private final LongHistogram tokens;
  private final DoubleHistogram workflows;
  private final DoubleHistogram steps;
  private final DoubleHistogram tools;
  private final DoubleHistogram approvals;
  private final LongCounter lookups;
  private final LongCounter savedTokens;
  private final LongCounter retries;

  Instruments(Meter meter) {
    operations =
        seconds(
            meter,
            ConventionNames.OPERATION_DURATION,
            "GenAI operation duration.",
            ConventionNames.OPERATION_SECONDS);
    tokens =
        meter
            .histogramBuilder(ConventionNames.TOKEN_USAGE)
            .setDescription("Number of input and output tokens used.")
            .setUnit("{token}")
            .ofLongs()
            .setExplicitBucketBoundariesAdvice(ConventionNames.TOKENS)
            .build();
    workflows =
        seconds(
            meter,
            ConventionNames.WORKFLOW_DURATION,
            "GenAI workflow duration.",
            ConventionNames.WORKFLOW_SECONDS);
    steps =
        seconds(
            meter,
            ConventionNames.STEP_DURATION,
            "Duration of steps that have started.",
            ConventionNames.OPERATION_SECONDS);
    tools =
        seconds(
            meter,
            ConventionNames.TOOL_DURATION,
            "Duration of calls of tools, with the wait for an approval.",
            ConventionNames.OPERATION_SECONDS);
    approvals =
        seconds(
            meter,
            ConventionNames.APPROVAL_DURATION,
            "Duration of waits for the approval of a call of a tool.",
            ConventionNames.WORKFLOW_SECONDS);
    lookups = counter(meter, ConventionNames.CACHE_LOOKUPS, "Look-ups in the cache.", "{lookup}");
    savedTokens =
        counter(
            meter, ConventionNames.CACHE_SAVED_TOKENS, "Tokens that hits have saved.", "{token}");
    retries =
        counter(meter, ConventionNames.RETRIES, "Attempts after the first of a step.", "{attempt}");
  }

  private static DoubleHistogram seconds(
      Meter meter, String name, String description, List<Double> boundaries) {
    return meter
        .histogramBuilder(name)
        .setDescription(description)
        .setUnit("s")
        .setExplicitBucketBoundariesAdvice(boundaries)
        .build();
  }

  private static LongCounter counter(Meter meter, String name, String description, String unit) {
    return meter.counterBuilder(name).setDescription(description).setUnit(unit).build();
  }

  /** Records an operation of a client that has ended. */
  void operation(long nanos, Attributes operation, @Nullable String errorType, Context context) {
    operations.record(TraceClock.seconds(nanos), with(operation, errorType), context);
  }

  /** Records tokens that were used; an unknown number is ignored. */
  void tokens(long input, long output, Attributes operation, Context context) {
    tokens(input, ConventionNames.INPUT, operation, context);
    tokens(output, ConventionNames.OUTPUT, operation, context);
  }

  private void tokens(long count, String type, Attributes operation, Context context) {
    if (count >= 0) {
      tokens.record(
          count, operation.toBuilder().put(ConventionNames.TOKEN_TYPE, type).build(), context);
    }
  }

  /** Records a run that has ended. */
  void workflow(long nanos, String name, @Nullable String errorType, Context context) {
    workflows.record(
        TraceClock.seconds(nanos),
        with(Attributes.of(ConventionNames.WORKFLOW_NAME, name), errorType),
        context);
  }

  /** Records the end of a step that had started. */
  void step(
      long nanos,
      RunKey run,
      StepKey step,
      String state,
      @Nullable String errorType,
      Context context) {
    Attributes attributes = of(run, step).put(ConventionNames.STEP_STATE, state).build();
    steps.record(TraceClock.seconds(nanos), with(attributes, errorType), context);
  }

  /** Records the end of a call of a tool, and its wait for an approval. */
  void tool(ToolEnded event, @Nullable String errorType, Context context) {
    Attributes call = of(event).put(ConventionNames.AGENT, event.run().agent()).build();
    tools.record(
        TraceClock.seconds(event.nanos() - event.startNanos()),
        with(call.toBuilder().put(ConventionNames.TOOL_OUTCOME, outcome(event)).build(), errorType),
        context);
    ToolApproval approval = event.approval();
    if (approval != null) {
      String end = approval.end().name().toLowerCase(Locale.ROOT);
      approvals.record(
          TraceClock.seconds(approval.waitedNanos()),
          call.toBuilder().put(ConventionNames.APPROVAL_OUTCOME, end).build(),
          context);
    }
  }

  static String outcome(ToolEnded event) {
    return event.end().name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the attributes of a call of a tool for spans and metrics. The names of tools are known
   * at compile time; a name that a model made up is none of them.
   */
  static AttributesBuilder of(ToolEvent event) {
    return of(event.step())
        .put(ConventionNames.OPERATION_NAME, ConventionNames.EXECUTE_TOOL)
        .put(ConventionNames.TOOL_NAME, event.tool())
        .put(ConventionNames.TOOL_TYPE, ConventionNames.FUNCTION);
  }

  /** Records a cache look-up. */
  void lookedUp(RunKey run, StepKey step, CacheLookup lookup, Context context) {
    lookups.add(
        1, of(run, step).put(ConventionNames.CACHE_OUTCOME, outcome(lookup)).build(), context);
    saved(run, step, lookup.inputTokensSaved(), ConventionNames.INPUT, context);
    saved(run, step, lookup.outputTokensSaved(), ConventionNames.OUTPUT, context);
  }

  private void saved(RunKey run, StepKey step, long count, String type, Context context) {
    if (count > 0) {
      savedTokens.add(count, of(run, step).put(ConventionNames.TOKEN_TYPE, type).build(), context);
    }
  }

  /** Records a further attempt. */
  void retried(AttemptStarted attempt, @Nullable String lastErrorType, Context context) {
    Attributes attributes =
        of(attempt.run(), attempt.step())
            .put(ConventionNames.ATTEMPT_REASON, reason(attempt))
            .build();
    retries.add(1, with(attributes, lastErrorType), context);
  }

  static String outcome(CacheLookup lookup) {
    return lookup.outcome().name().toLowerCase(Locale.ROOT);
  }

  static String reason(AttemptStarted attempt) {
    return attempt.reason().name().toLowerCase(Locale.ROOT);
  }

  private static AttributesBuilder of(RunKey run, StepKey step) {
    return of(step).put(ConventionNames.AGENT, run.agent());
  }

  /**
   * Returns the attributes that identify a step: its name, and the chosen alternative if it has
   * alternatives.
   */
  static AttributesBuilder of(StepKey step) {
    AttributesBuilder attributes = Attributes.builder().put(ConventionNames.STEP, step.name());
    String alternative = step.alternative();
    return alternative == null
        ? attributes
        : attributes.put(ConventionNames.STEP_ALTERNATIVE, alternative);
  }

  private static Attributes with(Attributes attributes, @Nullable String errorType) {
    return errorType == null
        ? attributes
        : attributes.toBuilder().put(ConventionNames.ERROR_TYPE, errorType).build();
  }
}
