/** Reads what the processor writes of an agent: {@code META-INF/stepwright/*.json}. */
@NullMarked
package io.stepwright.graph.descriptor;

import org.jspecify.annotations.NullMarked;
