/** The runtime's timer beside those of the JDK. */
@NullMarked
package io.stepwright.benchmarks.timer;

import org.jspecify.annotations.NullMarked;
