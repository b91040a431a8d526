package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a store of conversations could not do a request, or cannot be made. The message holds
 * no secret, no identifier and no text of a conversation.
 */
public final class ConversationStoreException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Makes a failure with its problem and remedy. */
  public ConversationStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
