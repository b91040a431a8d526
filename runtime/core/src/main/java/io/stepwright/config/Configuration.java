package io.stepwright.config;

import io.stepwright.spi.ConversationStoreSettings;
import io.stepwright.spi.ListenerSettings;
import io.stepwright.spi.ProviderSettings;
import io.stepwright.spi.cache.CacheStoreSettings;
import io.stepwright.spi.cache.EmbedderSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a runtime. Immutable; all settings are checked when it is created.
 *
 * <p>A setting is looked up in the sources from the highest to the lowest; a blank value counts as
 * not set. In the environment a key is upper case with an underscore for every character but
 * letters and digits. Such a name is ambiguous, so the variable is derived from the key and never
 * the key from the variable: {@code STEPWRIGHT_MODELS_GPT_4_1} sets the alias {@code gpt-4.1} as
 * well as {@code gpt_4_1}.
 */
public final class Configuration {

  /** The in-process cache, which is the default. */
  public static final String MEMORY = "memory";

  private final Sources sources;
  private final Values values;

  /** Models by name. Cached, because every step looks up its model in every run. */
  private final Map<String, ConfiguredModel> models = new ConcurrentHashMap<>();

  private final Aliases aliases;

  private Configuration(Sources sources, Values values, Aliases aliases) {
    this.sources = sources;
    this.values = values;
    this.aliases = aliases;
  }

  /**
   * Reads and checks the settings.
   *
   * @throws ConfigurationException if there are unknown keys or wrong values; the message lists
   *     them all
   */
  public static Configuration of(Sources sources) {
    List<String> problems = UnknownKeys.in(sources);
    Values values = Values.of(sources, problems);
    Aliases aliases = new Aliases(sources);
    aliases.check(problems);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new Configuration(sources, values, aliases);
  }

  /** The time limit of one attempt to call a model. */
  public Duration callTimeout() {
    return values.get(Settings.CALL_TIMEOUT);
  }

  /** The time limit of a run, or null for none. */
  public @Nullable Duration runTimeout() {
    return values.get(Settings.RUN_TIMEOUT).orElse(null);
  }

  /** Returns whether every run is logged, in one line. */
  public boolean logRuns() {
    return values.get(Settings.LOG_RUNS);
  }

  /** The settings of listeners. */
  public ListenerSettings listeners() {
    return new ListenerSettings(values.get(Settings.MICROMETER_BUCKETS));
  }

  /** Returns whether the names of threads contain the run and the item. */
  public boolean namedThreads() {
    return values.get(Settings.THREADS_NAMED);
  }

  /** The name of the cache store, or null if answers are not cached. */
  public @Nullable String cacheStore() {
    String store = values.get(Settings.CACHE_STORE);
    return store.equals(ValueReaders.NONE) ? null : store;
  }

  /** The time limit of a look-up in the cache. */
  public Duration cacheTimeout() {
    return values.get(Settings.CACHE_TIMEOUT);
  }

  /** The settings of a store. */
  public CacheStoreSettings cacheStore(String name) {
    return new CacheStoreSettings(
        Settings.STORE_URL.find(sources, name),
        cacheTimeout(),
        Settings.STORE_PREFIX.find(sources, name),
        cacheScope().namespace(),
        cacheScope().secret());
  }

  /** The maximum wait for another process that asks the same question, or null for no wait. */
  public @Nullable Duration sharedCacheTimeout() {
    return values.find(Settings.CACHE_SHARED_TIMEOUT);
  }

  /** The scope of shared answers. */
  public CacheScope cacheScope() {
    String namespace = values.find(Settings.CACHE_NAMESPACE);
    return new CacheScope(namespace == null ? "" : namespace, values.find(Settings.CACHE_SECRET));
  }

  /** The name of the store of conversations. */
  public String conversationStore() {
    return values.get(Settings.CONVERSATION_STORE);
  }

  /** The settings of a store of conversations. */
  public ConversationStoreSettings conversationStore(String name) {
    return new ConversationStoreSettings(
        Settings.CONVERSATION_URL.find(sources, name),
        Settings.CONVERSATION_PREFIX.find(sources, name),
        values.get(Settings.CONVERSATION_TIMEOUT),
        values.get(Settings.CONVERSATION_TTL),
        values.find(Settings.CONVERSATION_SECRET));
  }

  /** The maximum number of turns of a conversation that is saved. */
  public int conversationTurns() {
    return values.get(Settings.CONVERSATION_TURNS);
  }

  /** The maximum number of characters of a conversation that is saved. */
  public int conversationCharacters() {
    return values.get(Settings.CONVERSATION_CHARACTERS);
  }

  /** The settings of the embedder. */
  public EmbedderSettings embedder() {
    return new EmbedderSettings(
        values.find(Settings.EMBEDDER_WEIGHTS),
        values.find(Settings.EMBEDDER_MODEL),
        values.find(Settings.EMBEDDER_TOKENIZER));
  }

  /**
   * Returns the model for a text: {@code name}, {@code provider/name} or {@code alias:name}.
   *
   * @throws ConfigurationException if the text is none of these, if there is no such alias, or if
   *     it may be meant as a name or as an alias
   */
  public ConfiguredModel model(String text) {
    ConfiguredModel known = models.get(text);
    if (known == null) {
      known = aliases.model(text);
      models.put(text, known);
    }
    return known;
  }

  /** The settings of a provider. */
  public ProviderSettings provider(String name) {
    return new ProviderSettings(
        name,
        Settings.BASE_URL.find(sources, name),
        Settings.API_KEY.find(sources, name),
        Objects.requireNonNullElse(Settings.HEADERS.find(sources, name), Map.of()),
        Settings.QUERY.find(sources, name),
        Settings.BODY.find(sources, name),
        Settings.STRUCTURED_OUTPUT.find(sources, name),
        Settings.SCHEMA_KEYWORDS.find(sources, name),
        Settings.RESULT_WITH_TOOLS.find(sources, name),
        sources.environment()::get);
  }

  /**
   * The names of all known providers, and of those in keys that are set outside of the environment.
   */
  public Set<String> providers() {
    Set<String> names = new TreeSet<>(ModelName.KNOWN_PROVIDERS);
    for (Setting<?> setting : Settings.ALL) {
      SettingKey key = setting.key();
      if (key.placeholder() == Placeholder.PROVIDER) {
        sources.keys().stream().filter(key::matches).map(key::nameIn).forEach(names::add);
      }
    }
    return names;
  }

  /** The providers that have settings in any source. */
  public List<ConfiguredProvider> configuredProviders() {
    return ConfiguredProvider.in(sources);
  }

  /** The names of the providers that aliases stand for. */
  public Set<String> aliasedProviders() {
    return aliases.providers();
  }

  /** The maximum number of concurrent calls to a provider, 0 for no limit. */
  public int maxConcurrency(String provider) {
    Integer most = Settings.MAX_CONCURRENCY.find(sources, provider);
    return most == null ? 0 : most;
  }

  /**
   * Returns the settings of an MCP server, or null if neither its address nor its program is set.
   */
  public @Nullable ConfiguredMcpServer mcpServer(String name) {
    String url = Settings.MCP_URL.find(sources, name);
    List<String> command = Settings.MCP_COMMAND.find(sources, name);
    return url == null && command == null
        ? null
        : new ConfiguredMcpServer(
            name,
            url,
            command,
            Objects.requireNonNullElse(Settings.MCP_ENV.find(sources, name), Map.of()),
            Objects.requireNonNullElse(Settings.MCP_HEADERS.find(sources, name), Map.of()),
            Objects.requireNonNull(Settings.MCP_TIMEOUT.find(sources, name)));
  }

  /** The folder for reports of runs, or null if reports are not written. */
  public @Nullable String reportFolder() {
    return values.find(Settings.REPORT_DIR);
  }

  /**
   * Returns whether reports contain the texts that were sent to models and their answers. False
   * without a report folder.
   */
  public boolean reportContent() {
    return values.get(Settings.REPORT_CONTENT) && reportFolder() != null;
  }

  /** The maximum number of reports in the folder. */
  public int reportsKept() {
    return values.get(Settings.REPORT_KEEP);
  }

  /** The currency of all prices, as a code of ISO 4217. */
  public String currency() {
    return values.get(Settings.REPORT_CURRENCY);
  }

  /** The price of a model, or null if it is not set. */
  public @Nullable Price price(ModelName model) {
    Price price = Settings.PRICE.find(sources, model.toString());
    return price == null && model.provider().equals(ModelName.DEFAULT_PROVIDER)
        ? Settings.PRICE.find(sources, model.name())
        : price;
  }

  /** Omits the values, because some are secret. */
  @Override
  public String toString() {
    return "Configuration[" + sources + "]";
  }
}
