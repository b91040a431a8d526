/** The shop whose orders the tool reads, and the records that all contenders share. */
@NullMarked
package io.stepwright.benchmarks.tools.desk;

import org.jspecify.annotations.NullMarked;
