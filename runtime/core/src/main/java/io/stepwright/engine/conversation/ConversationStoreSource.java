package io.stepwright.engine.conversation;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.config.Configuration;
import io.stepwright.spi.ConversationStore;
import org.jspecify.annotations.Nullable;

/**
 * The store of a runtime's conversations. That of this process is made when it is first asked for,
 * since most runtimes keep no conversations. Thread-safe.
 */
public final class ConversationStoreSource implements AutoCloseable {

  private final Configuration configuration;

  @GuardedBy("this")
  private @Nullable ConversationStore store;

  /**
   * Makes a source.
   *
   * @param store the store; null for one in this process
   */
  ConversationStoreSource(Configuration configuration, @Nullable ConversationStore store) {
    this.configuration = configuration;
    this.store = store;
  }

  /** Makes the source of a store in this process. */
  public static ConversationStoreSource inMemory(Configuration configuration) {
    return new ConversationStoreSource(configuration, null);
  }

  /** Returns the store. */
  public synchronized ConversationStore store() {
    ConversationStore known = store;
    if (known == null) {
      known =
          new MemoryConversations(
              configuration.conversationStore(Configuration.MEMORY).timeToLive());
      store = known;
    }
    return known;
  }

  /** Closes the store, if there is one. */
  @Override
  public synchronized void close() {
    if (store != null) {
      store.close();
    }
  }
}
