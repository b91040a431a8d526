/** Shows the agents of a module: what build tools call. */
@NullMarked
package io.stepwright.graph.command;

import org.jspecify.annotations.NullMarked;
