/**
 * Everybody who runs the flows: Stepwright, code written by hand, and other libraries, each in the
 * way that its documentation recommends for steps that run at the same time.
 */
@NullMarked
package io.stepwright.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
