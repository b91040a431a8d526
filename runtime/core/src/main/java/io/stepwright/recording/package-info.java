/**
 * The recording of a run while it happens, the creation of its report, and the delivery to
 * listeners. Internal.
 */
@NullMarked
package io.stepwright.recording;

import org.jspecify.annotations.NullMarked;
