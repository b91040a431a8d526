/** Writes the page of figures with its charts. */
@NullMarked
package io.stepwright.benchmarks.page;

import org.jspecify.annotations.NullMarked;
