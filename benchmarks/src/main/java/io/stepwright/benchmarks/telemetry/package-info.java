/** What it costs a run to be watched: nobody, a report, listeners, OpenTelemetry. */
@NullMarked
package io.stepwright.benchmarks.telemetry;

import org.jspecify.annotations.NullMarked;
