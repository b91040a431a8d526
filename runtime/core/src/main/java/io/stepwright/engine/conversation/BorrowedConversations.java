package io.stepwright.engine.conversation;

import io.stepwright.spi.ConversationStore;
import io.stepwright.spi.ConversationStoreException;
import io.stepwright.spi.Turn;
import java.util.List;

/** A store that is closed by its owner, not by the runtime. */
record BorrowedConversations(ConversationStore store) implements ConversationStore {

  @Override
  public List<Turn> load(String id) throws ConversationStoreException {
    return store.load(id);
  }

  @Override
  public boolean append(String id, List<Turn> expected, List<Turn> more)
      throws ConversationStoreException {
    return store.append(id, expected, more);
  }

  @Override
  public void remove(String id) throws ConversationStoreException {
    store.remove(id);
  }

  @Override
  public void close() {
    // Left to the owner.
  }
}
