/**
 * The flows as producer graphs of Dagger: one component is made for each run, as its guide says.
 */
@NullMarked
package io.stepwright.benchmarks.contender.dagger;

import org.jspecify.annotations.NullMarked;
