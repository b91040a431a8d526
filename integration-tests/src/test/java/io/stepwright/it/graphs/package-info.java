/** The graphs of the examples, as the documentation shows them. */
@NullMarked
package io.stepwright.it.graphs;

import org.jspecify.annotations.NullMarked;
