/** What one model call costs. */
@NullMarked
package io.stepwright.benchmarks.call;

import org.jspecify.annotations.NullMarked;
