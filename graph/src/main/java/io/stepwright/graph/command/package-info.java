/** Commands that build tools call to show the agents of a module. */
@NullMarked
package io.stepwright.graph.command;

import org.jspecify.annotations.NullMarked;
