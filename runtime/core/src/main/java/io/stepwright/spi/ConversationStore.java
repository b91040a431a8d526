package io.stepwright.spi;

import java.util.List;

/**
 * A store of conversations, each with an identifier that the application has chosen. Thread-safe.
 *
 * <p>A conversation expires some time after it was last loaded or appended to; the {@link
 * ConversationStoreSettings settings} say when. An expired conversation counts as one without
 * turns. Identifiers have 1 to 128 characters: letters of ASCII, digits, dots, colons, underscores
 * and dashes. The turns are those of a user or a model and consist of text.
 *
 * <p>A method returns or throws within about the time limit of the settings.
 */
public interface ConversationStore extends AutoCloseable {

  /**
   * Returns the turns of a conversation, oldest first; none if it is not known or has expired.
   *
   * @throws ConversationStoreException if the store cannot tell, or what it holds is damaged; there
   *     is never a part of a conversation
   */
  List<Turn> load(String id) throws ConversationStoreException;

  /**
   * Appends turns to a conversation, all of them or none, if nobody else has changed it meanwhile.
   * Two callers that expect the same turns at the same time do not both succeed.
   *
   * @param expected the turns that the caller has loaded, none for a new conversation; a store
   *     compares at least their number, and rather their content, because a conversation that was
   *     removed and begun anew may have the same number of turns
   * @param more the turns to append, at least one
   * @return false if the conversation has other turns than expected, and is left as it is
   * @throws ConversationStoreException if the turns may not have been appended
   */
  boolean append(String id, List<Turn> expected, List<Turn> more) throws ConversationStoreException;

  /**
   * Removes a conversation, if it is there.
   *
   * @throws ConversationStoreException if it may still be there
   */
  void remove(String id) throws ConversationStoreException;

  /** Releases connections. Called once, when the runtime that made the store is closed. */
  @Override
  default void close() {}
}
