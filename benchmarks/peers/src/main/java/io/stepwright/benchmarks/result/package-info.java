/** Figures on their way from the processes that measure to the page. */
@NullMarked
package io.stepwright.benchmarks.result;

import org.jspecify.annotations.NullMarked;
