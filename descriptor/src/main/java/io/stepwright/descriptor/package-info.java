/**
 * The descriptor of an agent, {@code META-INF/stepwright/*.json}: the processor's description of an
 * agent for tools, with its reader and writer.
 */
@NullMarked
package io.stepwright.descriptor;

import org.jspecify.annotations.NullMarked;
