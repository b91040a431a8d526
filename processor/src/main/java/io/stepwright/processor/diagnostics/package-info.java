/** Diagnostics of the processor: ids, texts and severities. */
@NullMarked
package io.stepwright.processor.diagnostics;

import org.jspecify.annotations.NullMarked;
