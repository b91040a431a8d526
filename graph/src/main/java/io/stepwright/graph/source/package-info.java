/** Finds the lines of methods in source files, as the compiler does not tell them to processors. */
@NullMarked
package io.stepwright.graph.source;

import org.jspecify.annotations.NullMarked;
