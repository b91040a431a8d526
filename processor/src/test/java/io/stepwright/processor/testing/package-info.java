/** Compiles sources with the processor, on every compiler that users have. */
@NullMarked
package io.stepwright.processor.testing;

import org.jspecify.annotations.NullMarked;
