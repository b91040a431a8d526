/** Writes JSON and JSON Schema. Uses the model only. */
@NullMarked
package io.stepwright.processor.schema;

import org.jspecify.annotations.NullMarked;
