/** Reads the times of steps from reports of runs. */
@NullMarked
package io.stepwright.graph.measured;

import org.jspecify.annotations.NullMarked;
