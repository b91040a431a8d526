/** The effect of a failure, a cancellation and a deadline on requests at the server. */
@NullMarked
package io.stepwright.it.wire;

import org.jspecify.annotations.NullMarked;
