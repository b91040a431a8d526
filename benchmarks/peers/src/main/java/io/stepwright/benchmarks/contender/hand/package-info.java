/** The flows as an experienced engineer would write them by hand with the JDK alone. */
@NullMarked
package io.stepwright.benchmarks.contender.hand;

import org.jspecify.annotations.NullMarked;
