package io.stepwright.call;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.config.Configuration;
import io.stepwright.config.ConfiguredProvider;
import io.stepwright.config.Nearest;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientFactory;
import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.spi.ProviderSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The model providers of a runtime, each made on first use. Thread-safe. */
public final class ModelClients implements AutoCloseable {

  private final Configuration configuration;
  private final Map<String, ModelClient> given;
  private final List<ModelClientFactory> factories;
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final Map<String, Provider> providers = new HashMap<>();

  @GuardedBy("lock")
  private final List<Provider> owned = new ArrayList<>();

  @GuardedBy("lock")
  private final Set<String> asked = new HashSet<>();

  @GuardedBy("lock")
  private final Set<String> warned = new HashSet<>();

  /**
   * Makes the providers, with the given clients and, for other names, clients that a factory makes.
   *
   * @param given clients by the name of their provider; they stay open when this object is closed
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
   * Returns the provider of a name.
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
      asked.add(name);
      ModelClient client = given.get(name);
      ProviderSettings settings = configuration.provider(name);
      Provider provider =
          new Provider(
              settings,
              client == null ? create(settings) : client,
              configuration.maxConcurrency(name));
      if (client == null) {
        owned.add(provider);
      }
      providers.put(name, provider);
      return provider;
    } finally {
      lock.unlock();
    }
  }

  private ModelClient create(ProviderSettings settings) throws ProviderConfigurationException {
    String name = settings.name();
    try {
      return make(settings);
    } catch (ProviderConfigurationException e) {
      Optional<String> other = Nearest.to(name, given.keySet());
      if (other.isEmpty()) {
        throw e;
      }
      throw new ProviderConfigurationException(
          "%s A client is set for '%s': did you mean '%s'?"
              .formatted(e.getMessage(), other.get(), name));
    }
  }

  private ModelClient make(ProviderSettings settings) throws ProviderConfigurationException {
    String name = settings.name();
    ModelClientFactory factory = factory(settings);
    if (factory != null) {
      return factory.create(settings);
    }
    if (factories.isEmpty()) {
      throw new ProviderConfigurationException(
          "There is no client for provider '%s'. Add the dependency io.stepwright:stepwright-openai, or set a ModelClient on the runtime's builder."
              .formatted(name));
    }
    Set<String> others = configuration.providers();
    boolean lacksUrl = others.remove(name) && settings.baseUrl() == null;
    throw new ProviderConfigurationException(
        "No client on the class path knows provider '%s'%s. Set stepwright.providers.%s.base-url, or set a ModelClient on the runtime's builder.%s"
            .formatted(
                name,
                lacksUrl ? ", which has settings but no base URL" : "",
                name,
                lacksUrl ? "" : Nearest.hint(name, others)));
  }

  private @Nullable ModelClientFactory factory(ProviderSettings settings) {
    for (ModelClientFactory factory : factories) {
      if (factory.supports(settings)) {
        return factory;
      }
    }
    return null;
  }

  /**
   * Logs each given client, once, that no step asks although a client with a similar name was made.
   */
  public void warnOfUnused() {
    lock.lock();
    try {
      List<String> made = new ArrayList<>();
      for (Provider provider : owned) {
        made.add(provider.name());
      }
      for (String name : given.keySet()) {
        Optional<String> near = Nearest.to(name, made);
        if (near.isPresent() && !providers.containsKey(name) && warned.add(name)) {
          logger()
              .log(
                  System.Logger.Level.WARNING,
                  "A client is set for provider ''{0}'', but no step uses that provider. Did you mean"
                      + " ''{1}''?",
                  name,
                  near.get());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns a message for each provider that has settings, that nothing uses, and whose name is
   * surely misspelt; logs those that may be, once.
   */
  public List<String> misspelt() {
    List<ConfiguredProvider> configured = configuration.configuredProviders();
    List<String> problems = new ArrayList<>();
    if (configured.isEmpty()) {
      return problems;
    }
    List<String> doubts = new ArrayList<>();
    lock.lock();
    try {
      new UnusedProviders(configuration, asked, given.keySet(), this::isServed)
          .find(configured, problems, doubts);
      for (String doubt : doubts) {
        if (warned.add(doubt)) {
          logger().log(System.Logger.Level.WARNING, doubt);
        }
      }
    } finally {
      lock.unlock();
    }
    return problems;
  }

  private boolean isServed(String name) {
    ProviderSettings settings = configuration.provider(name);
    return settings.baseUrl() != null || factory(settings) != null;
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
          logger()
              .log(
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

  /** Looks the logger up when it is needed, because the first one loads the logging of the JDK. */
  private static System.Logger logger() {
    return System.getLogger(ModelClients.class.getName());
  }
}
