/** The list of everybody who is measured. */
@NullMarked
package io.stepwright.benchmarks.contenders;

import org.jspecify.annotations.NullMarked;
