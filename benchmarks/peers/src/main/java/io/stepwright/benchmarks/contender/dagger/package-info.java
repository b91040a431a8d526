/**
 * The flows as producer graphs of Dagger. One component is created for each run, as Dagger's guide
 * recommends.
 */
@NullMarked
package io.stepwright.benchmarks.contender.dagger;

import org.jspecify.annotations.NullMarked;
