package io.stepwright.spi.cache;

import org.jspecify.annotations.Nullable;

/**
 * The configuration of the embedder. Immutable.
 *
 * @param weights {@code stepwright.embedder.weights}, or null
 * @param model {@code stepwright.embedder.model}, the path of a model file, or null
 * @param tokenizer {@code stepwright.embedder.tokenizer}, the path of its tokenizer file, or null
 */
public record EmbedderSettings(
    @Nullable String weights, @Nullable String model, @Nullable String tokenizer) {}
