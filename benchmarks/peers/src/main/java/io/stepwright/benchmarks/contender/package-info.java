/**
 * The implementations that run the flows: Stepwright, hand-written code, and other libraries, each
 * in the way that its documentation recommends for concurrent steps.
 */
@NullMarked
package io.stepwright.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
