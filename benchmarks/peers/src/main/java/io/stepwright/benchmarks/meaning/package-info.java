/** Measures the cost of finding an answer by the meaning of its question. */
@NullMarked
package io.stepwright.benchmarks.meaning;

import org.jspecify.annotations.NullMarked;
