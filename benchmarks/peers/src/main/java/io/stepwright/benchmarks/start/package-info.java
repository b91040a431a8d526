/** What a new JVM takes until it has its first result. */
@NullMarked
package io.stepwright.benchmarks.start;

import org.jspecify.annotations.NullMarked;
