/**
 * The processor's model of an agent, as immutable records without compiler types: first as declared
 * ({@link io.stepwright.processor.model.AgentModel}), then resolved for each entry point ({@link
 * io.stepwright.processor.model.Graph}).
 */
@NullMarked
package io.stepwright.processor.model;

import org.jspecify.annotations.NullMarked;
