/** Places the nodes and edges of an acyclic graph in layers. Does not depend on agents. */
@NullMarked
package io.stepwright.graph.layout;

import org.jspecify.annotations.NullMarked;
