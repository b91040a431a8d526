/**
 * Finds the lines of methods in source files, because compilers do not provide lines to annotation
 * processors.
 */
@NullMarked
package io.stepwright.graph.source;

import org.jspecify.annotations.NullMarked;
