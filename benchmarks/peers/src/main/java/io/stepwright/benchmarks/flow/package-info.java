/** The graphs that everybody runs, and what their steps do. */
@NullMarked
package io.stepwright.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
