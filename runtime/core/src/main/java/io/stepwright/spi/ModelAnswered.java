package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an answer, without a word of it. Immutable.
 *
 * @param model the model that answered, as the server names it
 * @param id what the server calls the answer, or null if it has no name for it
 * @param finish why the model stopped writing
 * @param finishReason the server's own word for it, if it is {@link ModelReply.Finish#OTHER}; else
 *     null
 */
public record ModelAnswered(
    String model, @Nullable String id, ModelReply.Finish finish, @Nullable String finishReason) {}
