/**
 * What is recorded of a run while it happens, the report that is made of it, and the delivery to
 * listeners. Internal.
 */
@NullMarked
package io.stepwright.recording;

import org.jspecify.annotations.NullMarked;
