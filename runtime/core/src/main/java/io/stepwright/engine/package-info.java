/** Runs agents: threads, waits, time limits, and the end of runs. Internal. */
@NullMarked
package io.stepwright.engine;

import org.jspecify.annotations.NullMarked;
