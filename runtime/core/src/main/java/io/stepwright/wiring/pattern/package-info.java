/** Regular expressions of steps, as generated classes use them. */
@NullMarked
package io.stepwright.wiring.pattern;

import org.jspecify.annotations.NullMarked;
