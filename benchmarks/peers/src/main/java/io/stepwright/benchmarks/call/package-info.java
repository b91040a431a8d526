/** Measures the cost of one model call. */
@NullMarked
package io.stepwright.benchmarks.call;

import org.jspecify.annotations.NullMarked;
