/** Starts the measurements, each in a separate process with a time limit. */
@NullMarked
package io.stepwright.benchmarks.run;

import org.jspecify.annotations.NullMarked;
