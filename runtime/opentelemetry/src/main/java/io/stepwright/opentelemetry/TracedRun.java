package io.stepwright.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.RunKey;
import io.stepwright.spi.RunEvent.StepEvent;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.spi.ToolContent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A run between its start and its end. Thread-safe: its steps tell of themselves side by side. */
final class TracedRun {

  // The run of the step that a thread executes, so that a direct call finds its enclosing step.
  private static final ContextKey<Long> RUN = ContextKey.named("stepwright-run");

  private final Telemetry telemetry;
  private final TraceClock clock = new TraceClock();
  private final RunKey key;
  private final long startNanos;
  private final Span span;
  private final Context context;
  private final Map<StepKey, TracedStep> steps = new ConcurrentHashMap<>();
  private final Map<CallKey, OpenTool> tools = new ConcurrentHashMap<>();
  private final FanOuts fanOuts;

  /** Begins the span of a run, inside of the span that is current on the calling thread. */
  TracedRun(Telemetry telemetry, RunEvent.RunStarted event) {
    this.telemetry = telemetry;
    key = event.run();
    startNanos = event.nanos();
    Context around = Context.current();
    span =
        telemetry
            .tracer()
            .spanBuilder(ConventionNames.INVOKE_WORKFLOW + " " + workflow())
            .setParent(around)
            .setStartTimestamp(clock.epochNanos(startNanos), TimeUnit.NANOSECONDS)
            .setAttribute(ConventionNames.OPERATION_NAME, ConventionNames.INVOKE_WORKFLOW)
            .setAttribute(ConventionNames.WORKFLOW_NAME, workflow())
            .setAttribute(ConventionNames.AGENT, key.agent())
            .setAttribute(ConventionNames.ENTRY_POINT, key.entryPoint())
            .setAttribute(ConventionNames.RUN_ID, key.id())
            .startSpan();
    context = around.with(span).with(RUN, key.id());
    fanOuts = new FanOuts(this);
  }

  private String workflow() {
    return key.agent() + "." + key.entryPoint();
  }

  void on(StepEvent event) {
    StepKey step = event.step();
    if (event instanceof RunEvent.Requested) {
      return;
    } else if (event instanceof RunEvent.Ready) {
      fanOuts.ready(step, event.nanos());
    } else if (event instanceof RunEvent.Started) {
      start(event);
    } else if (event instanceof RunEvent.CacheLookedUp
        || event instanceof RunEvent.AttemptStarted
        || event instanceof RunEvent.Attempted) {
      TracedStep open = steps.get(step);
      if (open != null) {
        tell(open, event);
      }
    } else {
      end(event);
    }
  }

  /** Begins the span of a call of a tool, or ends it. Both happen on the thread of the call. */
  void on(RunEvent.ToolEvent event) {
    if (event instanceof RunEvent.ToolStarted started) {
      TracedStep step = steps.get(event.step());
      Context parent = step == null ? context : step.context();
      tools.put(CallKey.of(event), new OpenTool(telemetry, clock, parent, started));
    } else if (event instanceof RunEvent.ToolEnded ended) {
      OpenTool tool = tools.remove(CallKey.of(event));
      if (tool != null) {
        tool.end(ended);
      }
    }
  }

  void content(RunEvent.ToolEnded call, ToolContent content) {
    OpenTool tool = tools.get(CallKey.of(call));
    if (tool != null) {
      tool.content(content);
    }
  }

  private record CallKey(StepKey step, int call) {
    static CallKey of(RunEvent.ToolEvent event) {
      return new CallKey(event.step(), event.call());
    }
  }

  void content(StepKey step, ModelContent content) {
    TracedStep open = steps.get(step);
    if (open != null) {
      open.content(content);
    }
  }

  private static void tell(TracedStep step, StepEvent event) {
    if (event instanceof RunEvent.CacheLookedUp looked) {
      step.lookedUp(looked);
    } else if (event instanceof RunEvent.AttemptStarted starting) {
      step.starting(starting);
    } else if (event instanceof RunEvent.Attempted attempted) {
      step.attempted(attempted);
    }
  }

  private void start(StepEvent event) {
    StepKey step = event.step();
    Context parent = context;
    if (step.isItem()) {
      parent = fanOuts.around(step);
    } else if (step.direct()) {
      Context current = Context.current();
      Long run = current.get(RUN);
      parent = run != null && run == key.id() ? current : context;
    } else {
      fanOuts.isNone(step);
    }
    Span stepSpan = stepSpan(step, parent, event.nanos());
    steps.put(
        step, new TracedStep(telemetry, clock, stepSpan, parent.with(stepSpan), event.nanos()));
  }

  /** Begins the span of a step. */
  Span stepSpan(StepKey step, Context parent, long nanos) {
    Span begun =
        telemetry
            .tracer()
            .spanBuilder(ConventionNames.STEP_SPAN + " " + step.label())
            .setParent(parent)
            .setStartTimestamp(clock.epochNanos(nanos), TimeUnit.NANOSECONDS)
            .setAttribute(ConventionNames.AGENT, key.agent())
            .setAttribute(ConventionNames.STEP, step.name())
            .startSpan();
    if (step.alternative() != null) {
      begun.setAttribute(ConventionNames.STEP_ALTERNATIVE, step.alternative());
    }
    if (step.isItem()) {
      begun.setAttribute(ConventionNames.STEP_ITEM, (long) step.item());
    }
    if (step.direct()) {
      begun.setAttribute(ConventionNames.STEP_DIRECT, true);
    }
    return begun;
  }

  Context context() {
    return context;
  }

  private void end(StepEvent event) {
    TracedStep open = steps.remove(event.step());
    if (open != null) {
      open.end(event);
      return;
    }
    StepEnds end = StepEnds.of(event);
    Span whole = fanOuts.end(event.step(), event instanceof RunEvent.Finished);
    boolean has = whole != null || event instanceof RunEvent.Failed;
    if (!has) {
      notRun(event, end);
      return;
    }
    Span ended = whole != null ? whole : stepSpan(event.step(), context, event.nanos());
    end.describe(ended);
    ended.end(clock.epochNanos(event.nanos()), TimeUnit.NANOSECONDS);
  }

  /** Reports a step that took no time as an event of the run's span. */
  private void notRun(StepEvent event, StepEnds end) {
    span.addEvent(
        ConventionNames.STEP_NOT_RUN_EVENT,
        Instruments.of(event.step()).put(ConventionNames.STEP_STATE, end.state()).build(),
        clock.epochNanos(event.nanos()),
        TimeUnit.NANOSECONDS);
  }

  /** Ends the span of the run, and all spans whose end was not reported. */
  void end(RunEvent.RunEnded event) {
    steps.values().forEach(step -> step.abandon(event.nanos()));
    steps.clear();
    tools.values().forEach(tool -> tool.abandon(event.nanos()));
    tools.clear();
    fanOuts.abandon(clock.epochNanos(event.nanos()));
    String errorType = event.errorType();
    span.setAttribute(ConventionNames.RUN_STATE, state(errorType));
    if (errorType != null) {
      span.setAttribute(ConventionNames.ERROR_TYPE, errorType);
      if (!errorType.equals(ConventionNames.CANCELLED)) {
        span.setStatus(StatusCode.ERROR, StepEnds.message(event.failure()));
      }
    }
    telemetry.instruments().workflow(event.nanos() - startNanos, workflow(), errorType, context);
    span.end(clock.epochNanos(event.nanos()), TimeUnit.NANOSECONDS);
  }

  private static String state(@Nullable String errorType) {
    if (errorType == null) {
      return ConventionNames.FINISHED;
    }
    return errorType.equals(ConventionNames.CANCELLED)
        ? ConventionNames.CANCELLED
        : ConventionNames.FAILED;
  }
}
