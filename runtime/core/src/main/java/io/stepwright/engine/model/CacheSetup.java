package io.stepwright.engine.model;

import io.stepwright.answer.StepAnswersFactory;
import io.stepwright.answer.StepAnswersSettings;
import io.stepwright.config.CacheScope;
import io.stepwright.config.Configuration;
import io.stepwright.engine.message.LoadingFailure;
import io.stepwright.runtime.AgentConfigurationException;
import io.stepwright.spi.CacheConfigurationException;
import io.stepwright.spi.CacheStore;
import io.stepwright.spi.CacheStoreFactory;
import io.stepwright.spi.NearMatchGuard;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sets up the cache that the configuration asks for. */
public final class CacheSetup {

  private CacheSetup() {}

  /**
   * Makes the cache.
   *
   * @param given a store that was set, which is used whatever the configuration says; or null
   * @param stores finds the factories of stores that can be configured
   * @param more finds the guards that apply to every question
   * @throws AgentConfigurationException if the store that is configured cannot be made
   */
  public static StepCache of(
      Configuration configuration,
      @Nullable CacheStore given,
      Supplier<List<CacheStoreFactory>> stores,
      EmbedderSource embedder,
      Supplier<List<NearMatchGuard>> more,
      Supplier<List<StepAnswersFactory>> caches) {
    String name = configuration.cacheStore();
    if (given == null && name == null) {
      return new StepCache(null, caches);
    }
    CacheStore store = null;
    if (given != null) {
      store = new BorrowedStore(given);
    } else if (!Configuration.MEMORY.equals(name)) {
      store = store(configuration, Objects.requireNonNull(name), stores.get());
    }
    CacheScope scope = configuration.cacheScope();
    return new StepCache(
        new StepAnswersSettings(
            store,
            embedder,
            more,
            configuration.cacheTimeout(),
            configuration.sharedCacheTimeout(),
            scope.namespace(),
            scope.secret()),
        caches);
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
        "stepwright.cache.store is '%s', but no store on the class path has that name. Available: memory, none%s. %s"
            .formatted(
                name,
                known.isEmpty() ? "" : ", " + known,
                name.equals("redis")
                    ? "Add the dependency io.stepwright:stepwright-redis."
                    : "Write one of these, or add a CacheStoreFactory."));
  }
}
