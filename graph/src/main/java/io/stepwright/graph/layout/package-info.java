/** Places the nodes and edges of a graph without cycles in layers. Knows nothing of agents. */
@NullMarked
package io.stepwright.graph.layout;

import org.jspecify.annotations.NullMarked;
