package io.stepwright.engine.conversation;

import io.stepwright.config.Configuration;
import io.stepwright.engine.message.LoadingFailure;
import io.stepwright.runtime.AgentConfigurationException;
import io.stepwright.spi.ConversationStore;
import io.stepwright.spi.ConversationStoreException;
import io.stepwright.spi.ConversationStoreFactory;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sets up a store of conversations outside of this process, or one that was set. */
public final class ConversationSetup {

  private ConversationSetup() {}

  /**
   * Makes the store.
   *
   * @param given a store that was set, which is used whatever the configuration says; or null
   * @param factories finds the factories of stores, if one is needed
   * @throws AgentConfigurationException if the store that is configured cannot be made
   */
  public static ConversationStoreSource of(
      Configuration configuration,
      @Nullable ConversationStore given,
      Supplier<List<ConversationStoreFactory>> factories) {
    if (given != null) {
      return new ConversationStoreSource(configuration, new BorrowedConversations(given));
    }
    String name = configuration.conversationStore();
    return new ConversationStoreSource(configuration, made(configuration, name, factories.get()));
  }

  private static ConversationStore made(
      Configuration configuration, String name, List<ConversationStoreFactory> factories) {
    try {
      for (ConversationStoreFactory factory : factories) {
        if (factory.name().equals(name)) {
          return factory.create(configuration.conversationStore(name));
        }
      }
    } catch (ConversationStoreException e) {
      throw new AgentConfigurationException(null, null, String.valueOf(e.getMessage()), e);
    } catch (LinkageError e) {
      throw new AgentConfigurationException(
          null,
          null,
          "The store of conversations '%s' cannot be loaded: %s."
              .formatted(name, LoadingFailure.describe(e)),
          e);
    }
    String known =
        factories.stream()
            .map(factory -> ", " + factory.name())
            .sorted()
            .collect(Collectors.joining());
    throw new AgentConfigurationException(
        null,
        "stepwright.conversations.store is '%s', but no store on the class path has that name. Available: memory%s. %s"
            .formatted(
                name,
                known,
                name.equals("redis")
                    ? "Add the dependency io.stepwright:stepwright-redis."
                    : "Write one of these, or add a ConversationStoreFactory."));
  }
}
