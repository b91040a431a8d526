/**
 * The descriptor of an agent, {@code META-INF/stepwright/*.json}: what the processor writes of an
 * agent for tools, with its reader and writer.
 */
@NullMarked
package io.stepwright.descriptor;

import org.jspecify.annotations.NullMarked;
