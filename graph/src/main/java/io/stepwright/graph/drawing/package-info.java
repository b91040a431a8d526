/**
 * Draws graphs with any nodes, edges and classes as SVG. Does not depend on agents, so that pages
 * that show runs can use it, too.
 */
@NullMarked
package io.stepwright.graph.drawing;

import org.jspecify.annotations.NullMarked;
