/**
 * Spans and metrics of runs for OpenTelemetry.
 *
 * <p>On the class path, {@link io.stepwright.opentelemetry.OpenTelemetryListener} and {@link
 * io.stepwright.opentelemetry.OpenTelemetryPropagator} are found by {@link java.util.ServiceLoader}
 * and report to the global OpenTelemetry, without further configuration.
 */
@NullMarked
package io.stepwright.opentelemetry;

import org.jspecify.annotations.NullMarked;
