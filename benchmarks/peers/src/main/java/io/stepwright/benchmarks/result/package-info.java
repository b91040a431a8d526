/** Figures that the measuring processes pass to the page. */
@NullMarked
package io.stepwright.benchmarks.result;

import org.jspecify.annotations.NullMarked;
