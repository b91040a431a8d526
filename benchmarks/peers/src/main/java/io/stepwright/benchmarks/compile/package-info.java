/** What classes that are to be processed add to a run of the compiler. */
@NullMarked
package io.stepwright.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
