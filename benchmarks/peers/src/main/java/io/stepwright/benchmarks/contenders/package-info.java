/** The list of the implementations that are measured. */
@NullMarked
package io.stepwright.benchmarks.contenders;

import org.jspecify.annotations.NullMarked;
