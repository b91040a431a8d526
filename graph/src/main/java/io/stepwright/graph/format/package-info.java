/** Writes graphs in formats for people and tools. */
@NullMarked
package io.stepwright.graph.format;

import org.jspecify.annotations.NullMarked;
