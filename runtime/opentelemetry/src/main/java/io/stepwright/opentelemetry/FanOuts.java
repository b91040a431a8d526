package io.stepwright.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.stepwright.spi.RunEvent.StepKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The spans of fan-outs as a whole, which enclose those of their items. A step is recognised as a
 * fan-out when its first item starts, or when it ends without one; its span begins when its list
 * was available. Thread-safe.
 */
final class FanOuts {

  private final TracedRun run;
  private final Map<StepKey, Long> ready = new ConcurrentHashMap<>();
  private final Map<StepKey, Span> spans = new ConcurrentHashMap<>();

  FanOuts(TracedRun run) {
    this.run = run;
  }

  /** Records that all inputs of a step are available; it may be a fan-out. */
  void ready(StepKey step, long nanos) {
    if (!step.isItem() && !step.direct()) {
      ready.put(step, nanos);
    }
  }

  /** Records that a step has started itself and is no fan-out. */
  void isNone(StepKey step) {
    ready.remove(step);
  }

  /** Returns the context of the fan-out that an item belongs to. */
  Context around(StepKey item) {
    StepKey whole = new StepKey(item.name(), item.number(), false).chosen(item.alternative());
    Span span = spans.computeIfAbsent(whole, this::begin);
    return run.context().with(span);
  }

  private Span begin(StepKey whole) {
    Long nanos = ready.get(whole);
    return run.stepSpan(whole, run.context(), nanos == null ? System.nanoTime() : nanos);
  }

  /**
   * Returns the span of a fan-out that has ended; null if the step is none, or has not begun. A
   * fan-out without items has begun if its list was available.
   */
  @Nullable Span end(StepKey step, boolean finished) {
    Span span = spans.remove(step);
    Long nanos = ready.remove(step);
    return span == null && finished && nanos != null
        ? run.stepSpan(step, run.context(), nanos)
        : span;
  }

  /** Ends all spans whose end was not reported. */
  void abandon(long epochNanos) {
    spans
        .values()
        .forEach(
            span -> {
              span.setAttribute(ConventionNames.STEP_STATE, ConventionNames.CANCELLED);
              span.end(epochNanos, TimeUnit.NANOSECONDS);
            });
    spans.clear();
  }
}
