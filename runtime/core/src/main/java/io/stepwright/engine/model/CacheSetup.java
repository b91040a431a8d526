package io.stepwright.engine.model;

import io.stepwright.cache.AnswerCache;
import io.stepwright.cache.AnswerCacheBuilder;
import io.stepwright.cache.guard.Guards;
import io.stepwright.config.Configuration;
import io.stepwright.engine.message.LoadingFailure;
import io.stepwright.runtime.AgentConfigurationException;
import io.stepwright.spi.CacheConfigurationException;
import io.stepwright.spi.CacheStore;
import io.stepwright.spi.CacheStoreFactory;
import io.stepwright.spi.NearMatchGuard;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sets up the cache that the configuration asks for. */
public final class CacheSetup {

  private CacheSetup() {}

  /**
   * Makes the cache.
   *
   * @param given a store that was set, which is used whatever the configuration says; or null
   * @param stores the factories of stores that can be configured
   * @param more guards that apply to every question
   * @throws AgentConfigurationException if the store that is configured cannot be made
   */
  public static StepCache of(
      Configuration configuration,
      @Nullable CacheStore given,
      List<CacheStoreFactory> stores,
      EmbedderSource embedder,
      List<NearMatchGuard> more) {
    String name = configuration.cacheStore();
    StepKeys keys = new StepKeys(configuration.cacheScope());
    if (given == null && name == null) {
      return new StepCache(null, embedder, keys);
    }
    AnswerCacheBuilder builder;
    if (given != null) {
      builder = AnswerCache.shared(new BorrowedStore(given));
    } else if (Configuration.MEMORY.equals(name)) {
      builder = AnswerCache.inProcess();
    } else {
      builder = AnswerCache.shared(store(configuration, Objects.requireNonNull(name), stores));
    }
    return new StepCache(
        builder
            .embedder(embedder)
            .guards(Guards.names().stream().map(Guards::of).toList())
            .guardsOfAll(more)
            .timeout(configuration.cacheTimeout())
            .sharedTimeout(configuration.sharedCacheTimeout())
            .build(),
        embedder,
        keys);
  }

  private static CacheStore store(
      Configuration configuration, String name, List<CacheStoreFactory> stores) {
    try {
      for (CacheStoreFactory factory : stores) {
        if (factory.name().equals(name)) {
          return factory.create(configuration.cacheStore(name));
        }
      }
    } catch (CacheConfigurationException e) {
      throw new AgentConfigurationException(null, null, String.valueOf(e.getMessage()), e);
    } catch (LinkageError e) {
      throw new AgentConfigurationException(
          null,
          null,
          "The store '%s' cannot be loaded: %s.".formatted(name, LoadingFailure.describe(e)),
          e);
    }
    String known =
        stores.stream().map(CacheStoreFactory::name).sorted().collect(Collectors.joining(", "));
    throw new AgentConfigurationException(
        null,
        "stepwright.cache.store is '%s', and nothing on the class path is a store of that name. There is: memory, none%s. %s"
            .formatted(
                name,
                known.isEmpty() ? "" : ", " + known,
                name.equals("redis")
                    ? "Add the dependency io.stepwright:stepwright-redis."
                    : "Write one of these, or add a CacheStoreFactory."));
  }
}
