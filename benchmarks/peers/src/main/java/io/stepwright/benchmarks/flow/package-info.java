/** The graphs that all contenders run, and the work of their steps. */
@NullMarked
package io.stepwright.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
