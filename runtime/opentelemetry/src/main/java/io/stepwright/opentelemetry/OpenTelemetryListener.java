package io.stepwright.opentelemetry;

import com.google.auto.service.AutoService;
import io.opentelemetry.api.OpenTelemetry;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepEvent;
import io.stepwright.spi.RunEvent.ToolEvent;
import io.stepwright.spi.RunListener;
import io.stepwright.spi.ToolContent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reports runs as spans and metrics. Thread-safe.
 *
 * <p>The span of a run is a child of the span that is current where the run is called, and the
 * parent of the spans of its steps. Within a step's body the step's span is current, on any thread.
 * Spans and metrics are passed to the SDK on the run's threads, so the SDK must not export them
 * there; with a {@code BatchSpanProcessor}, which its autoconfiguration uses, it does not.
 *
 * <p>Within a tool that a model calls the span of that call is current, on the tool's thread.
 *
 * <p>Prompts, answers, and the arguments and results of tools are reported only if {@code
 * OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT} is {@code true}, {@code span_only} or {@code
 * span_and_event}, or by {@link #capturingContent}.
 */
@AutoService(RunListener.class)
public final class OpenTelemetryListener implements RunListener {

  private final Supplier<@Nullable Telemetry> telemetry;
  private final boolean content;
  private final Map<Long, TracedRun> runs = new ConcurrentHashMap<>();

  /** Makes a listener that reports to the global OpenTelemetry, from the time on that it is set. */
  public OpenTelemetryListener() {
    this(Telemetry.toGlobal(), ContentCapture.isAskedFor());
  }

  /** Makes a listener that reports to the given OpenTelemetry. */
  public OpenTelemetryListener(OpenTelemetry openTelemetry) {
    this(Telemetry.to(openTelemetry), ContentCapture.isAskedFor());
  }

  private OpenTelemetryListener(Supplier<@Nullable Telemetry> telemetry, boolean content) {
    this.telemetry = telemetry;
    this.content = content;
  }

  /** Returns a listener with the same destination that reports prompts and answers, or does not. */
  public OpenTelemetryListener capturingContent(boolean content) {
    return new OpenTelemetryListener(telemetry, content);
  }

  /** Returns true: a span becomes current on the thread of its step. */
  @Override
  public boolean onCallingThread() {
    return true;
  }

  /** Returns true if there is an OpenTelemetry to report to. */
  @Override
  public boolean isListening() {
    return telemetry.get() != null;
  }

  @Override
  public boolean wantsContent() {
    return content;
  }

  @Override
  public void onEvent(RunEvent event) {
    Long id = event.run().id();
    if (event instanceof RunEvent.RunStarted started) {
      Telemetry present = telemetry.get();
      if (present != null) {
        runs.put(id, new TracedRun(present, started));
      }
    } else if (event instanceof RunEvent.RunEnded ended) {
      TracedRun run = runs.remove(id);
      if (run != null) {
        run.end(ended);
      }
    } else {
      TracedRun run = runs.get(id);
      if (run != null && event instanceof StepEvent step) {
        run.on(step);
      } else if (run != null && event instanceof ToolEvent tool) {
        run.on(tool);
      }
    }
  }

  @Override
  public void onContent(RunEvent.Attempted attempt, ModelContent content) {
    TracedRun run = runs.get(attempt.run().id());
    if (run != null) {
      run.content(attempt.step(), content);
    }
  }

  @Override
  public void onContent(RunEvent.ToolEnded call, ToolContent content) {
    TracedRun run = runs.get(call.run().id());
    if (run != null) {
      run.content(call, content);
    }
  }
}
