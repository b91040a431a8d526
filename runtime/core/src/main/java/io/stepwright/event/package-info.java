/** Events of runs while they happen, and the listeners that are told of them. Internal. */
@NullMarked
package io.stepwright.event;

import org.jspecify.annotations.NullMarked;
