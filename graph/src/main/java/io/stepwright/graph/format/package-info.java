/** Writes graphs in the forms that people and tools read. */
@NullMarked
package io.stepwright.graph.format;

import org.jspecify.annotations.NullMarked;
