/**
 * Measures what a look-up in the cache costs, beside the bare parts that it is made of: both in the
 * same process and in turn, so that whatever else the machine does hits both.
 */
@NullMarked
package io.stepwright.benchmarks.cache;

import org.jspecify.annotations.NullMarked;
