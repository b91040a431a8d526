/** Reads the descriptors that the processor writes: {@code META-INF/stepwright/*.json}. */
@NullMarked
package io.stepwright.graph.descriptor;

import org.jspecify.annotations.NullMarked;
