package io.stepwright.engine.model;

import io.stepwright.answer.StepAnswersFactory;
import io.stepwright.answer.StepAnswersSettings;
import io.stepwright.config.CacheScope;
import io.stepwright.config.Configuration;
import io.stepwright.engine.message.LoadingFailure;
import io.stepwright.runtime.AgentConfigurationException;
import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreFactory;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderFactory;
import io.stepwright.spi.cache.NearMatchGuard;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sets up the cache that the configuration asks for. The parts that only a cached step needs are
 * made when the first agent with such a step is made.
 */
public final class CacheSetup implements Supplier<StepAnswersSettings> {

  private final Configuration configuration;
  private final @Nullable CacheStore store;
  private final @Nullable Embedder embedder;
  private final Supplier<List<EmbedderFactory>> embedders;
  private final Supplier<List<NearMatchGuard>> guards;

  private CacheSetup(
      Configuration configuration,
      @Nullable CacheStore store,
      @Nullable Embedder embedder,
      Supplier<List<EmbedderFactory>> embedders,
      Supplier<List<NearMatchGuard>> guards) {
    this.configuration = configuration;
    this.store = store;
    this.embedder = embedder;
    this.embedders = embedders;
    this.guards = guards;
  }

  /**
   * Makes the cache.
   *
   * @param given a store that was set, which is used whatever the configuration says; or null
   * @param stores finds the factories of stores that can be configured
   * @param embedder an embedder that was set, or null
   * @param embedders finds the factories of embedders
   * @param guards finds the guards that apply to every question
   * @throws AgentConfigurationException if the store that is configured cannot be made
   */
  public static StepCache of(
      Configuration configuration,
      @Nullable CacheStore given,
      Supplier<List<CacheStoreFactory>> stores,
      @Nullable Embedder embedder,
      Supplier<List<EmbedderFactory>> embedders,
      Supplier<List<NearMatchGuard>> guards,
      Supplier<List<StepAnswersFactory>> caches) {
    String name = configuration.cacheStore();
    if (given == null && name == null) {
      return new StepCache(null, null, caches);
    }
    CacheStore store = null;
    if (given != null) {
      store = new BorrowedStore(given);
    } else if (!Configuration.MEMORY.equals(name)) {
      store = store(configuration, Objects.requireNonNull(name), stores.get());
    }
    return new StepCache(
        new CacheSetup(configuration, store, embedder, embedders, guards), store, caches);
  }

  @Override
  public StepAnswersSettings get() {
    CacheScope scope = configuration.cacheScope();
    return new StepAnswersSettings(
        store,
        new EmbedderSource(embedder, embedders, configuration.embedder()),
        guards.get(),
        configuration.cacheTimeout(),
        configuration.sharedCacheTimeout(),
        scope.namespace(),
        scope.secret());
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
