/**
 * JSON without a library: a bounded parser that keeps positions for messages, and a writer of
 * readable JSON.
 */
@NullMarked
package io.stepwright.descriptor.json;

import org.jspecify.annotations.NullMarked;
