package io.stepwright.openai.reply;

import org.jspecify.annotations.Nullable;

/**
 * A chat completion as a server sent it. Immutable.
 *
 * @param id the server's identifier, at most 256 characters, or null
 * @param model the server's name of the model, at most 256 characters, or null
 * @param inputTokens from 0 to 10⁹, or -1 if not known
 * @param outputTokens from 0 to 10⁹, or -1 if not known
 * @param choice the first choice, or null if there is none
 * @param error the server's error, or null
 */
public record ChatReply(
    @Nullable String id,
    @Nullable String model,
    long inputTokens,
    long outputTokens,
    @Nullable Choice choice,
    @Nullable ServerError error) {}
