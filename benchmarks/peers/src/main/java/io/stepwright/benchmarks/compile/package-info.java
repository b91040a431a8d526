/** Measures the time that annotation processors add to a run of the compiler. */
@NullMarked
package io.stepwright.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
