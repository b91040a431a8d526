/**
 * Draws graphs as SVG: any nodes, edges and classes. Knows nothing of agents, so a page that shows
 * a run can use it as well.
 */
@NullMarked
package io.stepwright.graph.drawing;

import org.jspecify.annotations.NullMarked;
