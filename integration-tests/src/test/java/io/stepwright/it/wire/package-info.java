/** What a failure, a cancel and a deadline do to the requests at the server. */
@NullMarked
package io.stepwright.it.wire;

import org.jspecify.annotations.NullMarked;
