/**
 * A timer, a mailbox, stripes, lists and threads for the internal use of the runtime and its
 * modules. Internal.
 */
@NullMarked
package io.stepwright.background;

import org.jspecify.annotations.NullMarked;
