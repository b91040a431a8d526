package io.stepwright.opentelemetry;

import com.google.auto.service.AutoService;
import io.opentelemetry.context.Context;
import io.stepwright.spi.ContextPropagator;

/**
 * Carries the caller's OpenTelemetry context, baggage included, to every thread of a run.
 * Thread-safe.
 */
@AutoService(ContextPropagator.class)
public final class OpenTelemetryPropagator implements ContextPropagator {

  /** For {@link java.util.ServiceLoader}. */
  public OpenTelemetryPropagator() {}

  @Override
  public Snapshot capture() {
    Context captured = Context.current();
    return () -> new CurrentContext(captured)::close;
  }
}
