/** Measures the time of a new JVM until its first result. */
@NullMarked
package io.stepwright.benchmarks.start;

import org.jspecify.annotations.NullMarked;
