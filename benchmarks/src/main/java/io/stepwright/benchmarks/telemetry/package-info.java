/** Measures the cost of observing a run: with a report, listeners or OpenTelemetry. */
@NullMarked
package io.stepwright.benchmarks.telemetry;

import org.jspecify.annotations.NullMarked;
