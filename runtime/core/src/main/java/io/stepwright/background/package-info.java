/**
 * A timer, a mailbox, stripes, lists and threads that the runtime and its modules have for
 * themselves. Internal.
 */
@NullMarked
package io.stepwright.background;

import org.jspecify.annotations.NullMarked;
