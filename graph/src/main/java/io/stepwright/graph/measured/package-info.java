/** Reads from the reports of runs how long steps took. */
@NullMarked
package io.stepwright.graph.measured;

import org.jspecify.annotations.NullMarked;
