package io.stepwright.opentelemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where spans and metrics go. Immutable.
 *
 * @param tracer makes spans
 * @param instruments count
 */
record Telemetry(Tracer tracer, Instruments instruments) {

  static Telemetry of(OpenTelemetry openTelemetry) {
    return new Telemetry(
        openTelemetry.getTracer(ConventionNames.SCOPE),
        new Instruments(openTelemetry.getMeter(ConventionNames.SCOPE)));
  }

  /** To an instance that is there. */
  static Supplier<@Nullable Telemetry> to(OpenTelemetry openTelemetry) {
    Telemetry telemetry = of(openTelemetry);
    return () -> telemetry;
  }

  /** To the global instance, from the moment on that there is one; null before. */
  static Supplier<@Nullable Telemetry> toGlobal() {
    return new Global();
  }

  /**
   * The global instance. An application may set it later than it makes its agents, and to ask for
   * it before would make that fail.
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
