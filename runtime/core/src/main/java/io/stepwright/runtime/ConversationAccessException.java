package io.stepwright.runtime;

/**
 * Thrown if a conversation could not be loaded, saved or removed: the store cannot be reached, or
 * what it holds is damaged. The message holds no identifier and no text of a conversation.
 */
public final class ConversationAccessException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConversationAccessException(String message, Throwable cause) {
    super(message, cause);
  }
}
