/** What the processor has to say: ids, texts, severities, and near names. */
@NullMarked
package io.stepwright.processor.diagnostics;

import org.jspecify.annotations.NullMarked;
