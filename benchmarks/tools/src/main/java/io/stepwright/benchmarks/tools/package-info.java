/** Measures a step whose model calls tools, beside the tool loops of other libraries. */
@NullMarked
package io.stepwright.benchmarks.tools;

import org.jspecify.annotations.NullMarked;
