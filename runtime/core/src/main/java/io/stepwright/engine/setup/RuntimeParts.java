package io.stepwright.engine.setup;

import io.stepwright.answer.StepAnswersFactory;
import io.stepwright.background.Alarms;
import io.stepwright.background.DaemonThreads;
import io.stepwright.call.Backoff;
import io.stepwright.call.ModelClients;
import io.stepwright.config.Configuration;
import io.stepwright.config.ConfigurationException;
import io.stepwright.config.Sources;
import io.stepwright.engine.Contexts;
import io.stepwright.engine.Engine;
import io.stepwright.engine.OpenRuns;
import io.stepwright.engine.StepThreads;
import io.stepwright.engine.conversation.ConversationSetup;
import io.stepwright.engine.conversation.ConversationStoreSource;
import io.stepwright.engine.model.CacheSetup;
import io.stepwright.engine.model.CountedModelNames;
import io.stepwright.engine.model.Models;
import io.stepwright.engine.model.StepCache;
import io.stepwright.event.Listeners;
import io.stepwright.recording.RunLog;
import io.stepwright.report.ReportFolderFactory;
import io.stepwright.report.RunReportListener;
import io.stepwright.runtime.AgentConfigurationException;
import io.stepwright.spi.Approvals;
import io.stepwright.spi.ContextPropagator;
import io.stepwright.spi.ConversationStore;
import io.stepwright.spi.ConversationStoreFactory;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientFactory;
import io.stepwright.spi.RunListener;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreFactory;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderFactory;
import io.stepwright.spi.cache.NearMatchGuard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings and services that a builder has collected. Tests can replace the sources and
 * services.
 */
public final class RuntimeParts {

  public final Map<String, String> settings = new LinkedHashMap<>();
  public final Map<String, ModelClient> clients = new HashMap<>();
  public final List<RunListener> listeners = new ArrayList<>();
  public final List<ContextPropagator> propagators = new ArrayList<>();
  public final List<NearMatchGuard> guards = new ArrayList<>();
  public final List<RunReportListener> reportListeners = new ArrayList<>();
  public @Nullable Executor executor;
  public @Nullable Approvals approvals;
  public @Nullable Embedder embedder;
  public @Nullable CacheStore cacheStore;
  public @Nullable ConversationStore conversationStore;

  /** The sources for the settings of the builder; null for those of the process. */
  public @Nullable Function<Map<String, String>, Sources> sources;

  public @Nullable List<ModelClientFactory> factories;
  public Supplier<List<EmbedderFactory>> embedderFactories =
      new LazyServices<>(EmbedderFactory.class, List.of());
  public Supplier<List<StepAnswersFactory>> caches =
      new LazyServices<>(StepAnswersFactory.class, List.of());
  public Supplier<List<ReportFolderFactory>> reportFolders =
      new LazyServices<>(ReportFolderFactory.class, List.of());
  public DaemonThreads daemons = DaemonThreads.PLAIN;
  public Backoff backoff = Backoff.random();
  public long drainWarningNanos = TimeUnit.SECONDS.toNanos(5);

  public Engine engine() {
    Configuration configuration;
    try {
      configuration =
          Configuration.of(sources == null ? Sources.ofProcess(settings) : sources.apply(settings));
    } catch (ConfigurationException e) {
      throw new AgentConfigurationException(null, null, String.valueOf(e.getMessage()), e);
    }
    List<RunListener> allListeners = all(Services.optional(RunListener.class), listeners);
    if (configuration.logRuns()) {
      allListeners.add(new RunLog());
    }
    MissingServices.warn();
    return new Engine(
        configuration,
        models(configuration),
        StepThreads.of(executor, configuration.namedThreads()),
        daemons,
        new Alarms(daemons, "stepwright-timer"),
        new OpenRuns(),
        new Listeners(Listeners.configure(allListeners, configuration.listeners()), daemons),
        ReportSetup.of(configuration, reportListeners, reportFolders, daemons),
        List.copyOf(all(Contexts.usable(Services.optional(ContextPropagator.class)), propagators)),
        conversations(configuration),
        approvals,
        drainWarningNanos);
  }

  private ConversationStoreSource conversations(Configuration configuration) {
    return conversationStore == null
            && Configuration.MEMORY.equals(configuration.conversationStore())
        ? ConversationStoreSource.inMemory(configuration)
        : ConversationSetup.of(
            configuration,
            conversationStore,
            new LazyServices<>(ConversationStoreFactory.class, List.of()));
  }

  private Models models(Configuration configuration) {
    return new Models(
        configuration,
        new ModelClients(
            configuration,
            clients,
            factories == null ? Services.required(ModelClientFactory.class) : factories),
        new CountedModelNames(configuration),
        cache(configuration),
        backoff);
  }

  private StepCache cache(Configuration configuration) {
    return CacheSetup.of(
        configuration,
        cacheStore,
        new LazyServices<>(CacheStoreFactory.class, List.of()),
        embedder,
        embedderFactories,
        new LazyServices<>(NearMatchGuard.class, guards),
        caches);
  }

  /** Merges found and given services. A given service replaces the found ones of its class. */
  private static <S> List<S> all(List<S> found, List<S> given) {
    Set<Class<?>> replaced = new HashSet<>();
    for (S service : given) {
      replaced.add(service.getClass());
    }
    List<S> all = new ArrayList<>();
    for (S service : found) {
      if (!replaced.contains(service.getClass())) {
        all.add(service);
      }
    }
    all.addAll(given);
    return all;
  }
}
