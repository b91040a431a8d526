/** Timers, stripes and threads that a runtime has for itself. Internal. */
@NullMarked
package io.stepwright.background;

import org.jspecify.annotations.NullMarked;
