/** Measures one contender in one process. */
@NullMarked
package io.stepwright.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
