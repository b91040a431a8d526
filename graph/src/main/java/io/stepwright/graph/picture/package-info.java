/** Turns the graph of an entry point into a picture. */
@NullMarked
package io.stepwright.graph.picture;

import org.jspecify.annotations.NullMarked;
