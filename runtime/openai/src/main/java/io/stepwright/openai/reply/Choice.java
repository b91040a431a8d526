package io.stepwright.openai.reply;

import org.jspecify.annotations.Nullable;

/**
 * One way in which a model went on. Immutable.
 *
 * @param message what it wrote, or null if there is no message
 * @param finish why it stopped
 * @param error what broke while it wrote, or null
 */
public record Choice(@Nullable Message message, FinishWord finish, @Nullable ServerError error) {}
