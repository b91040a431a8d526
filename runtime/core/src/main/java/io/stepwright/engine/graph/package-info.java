/** The graph of the steps of one run. Internal. */
@NullMarked
package io.stepwright.engine.graph;

import org.jspecify.annotations.NullMarked;
