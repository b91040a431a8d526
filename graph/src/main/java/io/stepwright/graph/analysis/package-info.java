/** What a graph means: its nodes and edges, how long steps take, and the critical path. */
@NullMarked
package io.stepwright.graph.analysis;

import org.jspecify.annotations.NullMarked;
