/** All faults at the same time, in random combinations. */
@NullMarked
package io.stepwright.it.chaos;

import org.jspecify.annotations.NullMarked;
