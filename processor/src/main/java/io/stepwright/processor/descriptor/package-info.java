/** Describes the graph of an agent for tools. */
@NullMarked
package io.stepwright.processor.descriptor;

import org.jspecify.annotations.NullMarked;
