/** The analysis of a graph: its nodes and edges, step times, and the critical path. */
@NullMarked
package io.stepwright.graph.analysis;

import org.jspecify.annotations.NullMarked;
