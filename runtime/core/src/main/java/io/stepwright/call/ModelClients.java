package io.stepwright.call;

import io.stepwright.background.GuardedBy;
import io.stepwright.config.Configuration;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientFactory;
import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.spi.ProviderSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The providers of a runtime, each made when it is first asked for. Thread-safe. */
public final class ModelClients implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ModelClients.class.getName());

  private final Configuration configuration;
  private final Map<String, ModelClient> given;
  private final List<ModelClientFactory> factories;
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final Map<String, Provider> providers = new HashMap<>();

  @GuardedBy("lock")
  private final List<Provider> owned = new ArrayList<>();

  /**
   * Providers of given clients and, for other names, of clients that a factory makes.
   *
   * @param given clients by the name of their provider; they stay open when this is closed
   */
  public ModelClients(
      Configuration configuration,
      Map<String, ModelClient> given,
      List<ModelClientFactory> factories) {
    this.configuration = configuration;
    this.given = Map.copyOf(given);
    this.factories = List.copyOf(factories);
  }

  /**
   * The provider of a name.
   *
   * @throws ProviderConfigurationException if there is no client for it, or its settings are wrong;
   *     the message says what to add or to set
   */
  public Provider provider(String name) throws ProviderConfigurationException {
    lock.lock();
    try {
      Provider known = providers.get(name);
      if (known != null) {
        return known;
      }
      ModelClient client = given.get(name);
      Provider provider =
          new Provider(
              name, client == null ? create(name) : client, configuration.maxConcurrency(name));
      if (client == null) {
        owned.add(provider);
      }
      providers.put(name, provider);
      return provider;
    } finally {
      lock.unlock();
    }
  }

  private ModelClient create(String name) throws ProviderConfigurationException {
    ProviderSettings settings = configuration.provider(name);
    ModelClientFactory factory = factory(settings);
    if (factory != null) {
      return factory.create(settings);
    }
    throw new ProviderConfigurationException(
        factories.isEmpty()
            ? "There is no client for provider '%s'. Add the dependency io.stepwright:stepwright-openai,"
                    .formatted(name)
                + " or set a ModelClient on the runtime's builder."
            : "No client on the class path knows provider '%s'. Set stepwright.providers.%s.base-url,"
                    .formatted(name, name)
                + " or set a ModelClient on the runtime's builder.");
  }

  private @Nullable ModelClientFactory factory(ProviderSettings settings) {
    for (ModelClientFactory factory : factories) {
      if (factory.supports(settings)) {
        return factory;
      }
    }
    return null;
  }

  /** Closes the clients that were made here. */
  @Override
  public void close() {
    lock.lock();
    try {
      for (Provider provider : owned) {
        try {
          provider.close();
        } catch (RuntimeException e) {
          LOG.log(
              System.Logger.Level.WARNING,
              "The client of provider '" + provider.name() + "' could not be closed.",
              e);
        }
      }
      owned.clear();
    } finally {
      lock.unlock();
    }
  }
}
