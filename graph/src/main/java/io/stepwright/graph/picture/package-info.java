/** Converts the graph of an entry point to a picture. */
@NullMarked
package io.stepwright.graph.picture;

import org.jspecify.annotations.NullMarked;
