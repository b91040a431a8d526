/**
 * Metrics of runs for Micrometer.
 *
 * <p>On the class path, {@link io.stepwright.micrometer.MicrometerListener} is found by {@link
 * java.util.ServiceLoader} and records in the global registry, without further configuration.
 */
@NullMarked
package io.stepwright.micrometer;

import org.jspecify.annotations.NullMarked;
