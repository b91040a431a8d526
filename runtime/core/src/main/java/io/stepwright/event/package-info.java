/** Events of runs as they happen, and their delivery to listeners. Internal. */
@NullMarked
package io.stepwright.event;

import org.jspecify.annotations.NullMarked;
