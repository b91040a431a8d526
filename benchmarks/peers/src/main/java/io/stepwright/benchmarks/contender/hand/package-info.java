/** The flows as a good engineer would write them by hand, with no more than the JDK. */
@NullMarked
package io.stepwright.benchmarks.contender.hand;

import org.jspecify.annotations.NullMarked;
