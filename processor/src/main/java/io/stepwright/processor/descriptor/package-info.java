/** Writes the graph of an agent as JSON, for tools. */
@NullMarked
package io.stepwright.processor.descriptor;

import org.jspecify.annotations.NullMarked;
