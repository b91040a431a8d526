package io.stepwright.openai.reply;

import org.jspecify.annotations.Nullable;

/**
 * A choice of a chat completion. Immutable.
 *
 * @param message the message, or null if there is none
 * @param finish the reason why the model stopped
 * @param error the error that interrupted the model, or null
 */
public record Choice(@Nullable Message message, FinishWord finish, @Nullable ServerError error) {}
