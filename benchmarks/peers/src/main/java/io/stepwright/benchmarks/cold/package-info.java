/** The first typed answer of a JVM, which {@code benchmarks/cold} measures from outside. */
@NullMarked
package io.stepwright.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
