package io.stepwright.spi;

/** Makes stores of conversations of one kind. Found by {@link java.util.ServiceLoader}. */
public interface ConversationStoreFactory {

  /** The value of {@code stepwright.conversations.store} that selects this factory. */
  String name();

  /**
   * Makes a store without connecting to a server.
   *
   * @throws ConversationStoreException if a setting is missing or wrong; the message says which one
   *     and how to correct it
   */
  ConversationStore create(ConversationStoreSettings settings) throws ConversationStoreException;
}
