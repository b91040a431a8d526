package io.stepwright.redis;

import io.stepwright.spi.ConversationStoreException;

/**
 * Converts failures that conversations share with the cache. Their messages name settings of the
 * cache; those of conversations have the same names in a group of their own.
 */
final class ConversationFailures {

  static final String SETTINGS = "stepwright.conversations";

  private ConversationFailures() {}

  static ConversationStoreException of(Exception failure) {
    String message = String.valueOf(failure.getMessage());
    return new ConversationStoreException(
        message.replace(PlainTextWarning.CACHE_SETTINGS + ".", SETTINGS + "."), failure.getCause());
  }
}
