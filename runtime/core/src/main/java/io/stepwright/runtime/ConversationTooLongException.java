package io.stepwright.runtime;

/** Thrown if a conversation has more turns or characters than may be saved. */
public final class ConversationTooLongException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConversationTooLongException(String message) {
    super(message);
  }
}
