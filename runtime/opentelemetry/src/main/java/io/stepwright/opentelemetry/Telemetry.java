package io.stepwright.opentelemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The destination of spans and metrics. Immutable.
 *
 * @param tracer makes spans
 * @param instruments records metrics
 */
record Telemetry(Tracer tracer, Instruments instruments) {

  static Telemetry of(OpenTelemetry openTelemetry) {
    return new Telemetry(
        openTelemetry.getTracer(ConventionNames.SCOPE),
        new Instruments(openTelemetry.getMeter(ConventionNames.SCOPE)));
  }

  /** Returns a supplier of a given instance. */
  static Supplier<@Nullable Telemetry> to(OpenTelemetry openTelemetry) {
    Telemetry telemetry = of(openTelemetry);
    return () -> telemetry;
  }

  /** Returns a supplier of the global instance; null until it is set. */
  static Supplier<@Nullable Telemetry> toGlobal() {
    return new Global();
  }

  /**
   * The global instance. An application may set it after it makes its agents, and an earlier
   * request for it would make that fail.
   */
  private static final class Global implements Supplier<@Nullable Telemetry> {

    private static final String AUTOCONFIGURE = "otel.java.global-autoconfigure.enabled";

    private volatile @Nullable Telemetry known;

    @Override
    public @Nullable Telemetry get() {
      Telemetry present = known;
      if (present == null && (GlobalOpenTelemetry.isSet() || Boolean.getBoolean(AUTOCONFIGURE))) {
        present = of(GlobalOpenTelemetry.get());
        known = present;
      }
      return present;
    }
  }
}
