/** Starts what is to be measured, each in a process of its own with a time limit. */
@NullMarked
package io.stepwright.benchmarks.run;

import org.jspecify.annotations.NullMarked;
