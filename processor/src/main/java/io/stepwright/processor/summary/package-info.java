/** Texts about agents: the graph for readers of the generated class, fingerprints of questions. */
@NullMarked
package io.stepwright.processor.summary;

import org.jspecify.annotations.NullMarked;
