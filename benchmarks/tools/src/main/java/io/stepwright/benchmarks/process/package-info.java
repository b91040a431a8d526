/** The resources that a process uses. */
@NullMarked
package io.stepwright.benchmarks.process;

import org.jspecify.annotations.NullMarked;
