/**
 * Measures the cost of a look-up in the cache, and that of its bare parts, alternately in the same
 * process, so that other load on the machine affects both.
 */
@NullMarked
package io.stepwright.benchmarks.cache;

import org.jspecify.annotations.NullMarked;
