/** Figures of runs: sums that never overflow, and words for people. Internal. */
@NullMarked
package io.stepwright.figure;

import org.jspecify.annotations.NullMarked;
