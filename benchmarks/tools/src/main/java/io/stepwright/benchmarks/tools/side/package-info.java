/** The contenders, each of which answers the same question with the same tool. */
@NullMarked
package io.stepwright.benchmarks.tools.side;

import org.jspecify.annotations.NullMarked;
