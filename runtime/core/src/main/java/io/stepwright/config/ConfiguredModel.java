package io.stepwright.config;

import org.jspecify.annotations.Nullable;

/**
 * A model as a step asks it. Immutable.
 *
 * @param name the model and its provider
 * @param body the fields that the step's alias adds to each request, as a JSON object; null if
 *     there are none
 */
public record ConfiguredModel(ModelName name, @Nullable String body) {}
