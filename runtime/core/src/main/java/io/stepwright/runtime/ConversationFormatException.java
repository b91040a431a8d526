package io.stepwright.runtime;

/**
 * Thrown if a text is not the JSON of a {@link Conversation}. The message names the place and
 * quotes nothing of the text.
 */
public final class ConversationFormatException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  ConversationFormatException(String message) {
    super(message);
  }
}
