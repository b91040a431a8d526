package io.stepwright.config;

import io.stepwright.spi.CacheStoreSettings;
import io.stepwright.spi.EmbedderSettings;
import io.stepwright.spi.ListenerSettings;
import io.stepwright.spi.ProviderSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a runtime. Immutable, checked as a whole when it is made.
 *
 * <p>A setting is looked up in the sources from the highest to the lowest; a blank value counts as
 * not set. In the environment a key is upper case with an underscore for everything but letters and
 * digits. Such a name is ambiguous, so it is only ever matched from the key: {@code
 * STEPWRIGHT_MODELS_GPT_4_1} sets the alias {@code gpt-4.1} as well as {@code gpt_4_1}.
 */
public final class Configuration {

  /** The time limit of one model attempt if nothing else is set. */
  public static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(60);

  /** The time limit of a run if nothing else is set. */
  public static final Duration DEFAULT_RUN_TIMEOUT = Duration.ofSeconds(60);

  /** How long a look-up in the cache may take if nothing else is set. */
  public static final Duration DEFAULT_CACHE_TIMEOUT = Duration.ofMillis(50);

  /** The cache that lives in the process; the one that is used if nothing else is set. */
  public static final String MEMORY = "memory";

  /** How many reports are kept in their folder if nothing else is set. */
  public static final int DEFAULT_REPORTS_KEPT = 50;

  /** The currency of prices if nothing else is set. */
  public static final String DEFAULT_CURRENCY = "USD";

  private static final String NONE = "none";

  private final Sources sources;
  private final Duration callTimeout;
  private final @Nullable Duration runTimeout;
  private final Duration cacheTimeout;
  private final @Nullable Duration sharedCacheTimeout;
  private final CacheScope cacheScope;
  private final int reportsKept;
  private final boolean reportContent;
  private final String currency;
  private final boolean logRuns;
  private final boolean buckets;
  private final boolean namedThreads;

  /** Found before: every step asks for its model in every run. */
  private final Map<String, ModelName> models = new ConcurrentHashMap<>();

  private Configuration(Sources sources, List<String> problems) {
    this.sources = sources;
    callTimeout = duration(Keys.CALL_TIMEOUT, DEFAULT_CALL_TIMEOUT, problems);
    runTimeout =
        NONE.equals(find(Keys.RUN_TIMEOUT))
            ? null
            : duration(Keys.RUN_TIMEOUT, DEFAULT_RUN_TIMEOUT, problems);
    cacheTimeout = duration(Keys.CACHE_TIMEOUT, DEFAULT_CACHE_TIMEOUT, problems);
    sharedCacheTimeout =
        find(Keys.CACHE_SHARED_TIMEOUT) == null
            ? null
            : duration(Keys.CACHE_SHARED_TIMEOUT, DEFAULT_CACHE_TIMEOUT, problems);
    cacheScope = CacheScope.of(find(Keys.CACHE_NAMESPACE), find(Keys.CACHE_SECRET), problems);
    reportsKept = reportsKept(problems);
    reportContent = isTrue(Keys.REPORT_CONTENT, problems);
    currency = currency(problems);
    logRuns = isTrue(Keys.LOG_RUNS, problems);
    buckets = isTrue(Keys.MICROMETER_BUCKETS, problems);
    namedThreads = isTrue(Keys.THREADS_NAMED, problems);
  }

  /**
   * Reads and checks the settings.
   *
   * @throws ConfigurationException if there is an unknown key or a wrong value; it lists them all
   */
  public static Configuration of(Sources sources) {
    List<String> problems = UnknownKeys.in(sources);
    Configuration configuration = new Configuration(sources, problems);
    configuration.checkConcurrency(problems);
    configuration.checkPrices(problems);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return configuration;
  }

  /** The time limit of one attempt to call a model. */
  public Duration callTimeout() {
    return callTimeout;
  }

  /** The time limit of a run, or null for none. */
  public @Nullable Duration runTimeout() {
    return runTimeout;
  }

  /** Whether every run is logged, in one line. */
  public boolean logRuns() {
    return logRuns;
  }

  /** The settings of listeners. */
  public ListenerSettings listeners() {
    return new ListenerSettings(buckets);
  }

  /** Tells whether names of threads have the run and the item. */
  public boolean namedThreads() {
    return namedThreads;
  }

  /** The name of the store that remembers answers, or null if none does. */
  public @Nullable String cacheStore() {
    String store = find(Keys.CACHE_STORE);
    return NONE.equals(store) ? null : store == null ? MEMORY : store;
  }

  /** How long a look-up in the cache may take. */
  public Duration cacheTimeout() {
    return cacheTimeout;
  }

  /** What is set for a store. */
  public CacheStoreSettings cacheStore(String name) {
    return new CacheStoreSettings(
        find(Keys.storeUrl(name)),
        cacheTimeout,
        find(Keys.storePrefix(name)),
        cacheScope.namespace(),
        cacheScope.secret());
  }

  /** How long to wait for another process that asks the same, or null for not at all. */
  public @Nullable Duration sharedCacheTimeout() {
    return sharedCacheTimeout;
  }

  /** Who may share answers. */
  public CacheScope cacheScope() {
    return cacheScope;
  }

  /** What is set for the embedder. */
  public EmbedderSettings embedder() {
    return new EmbedderSettings(
        find(Keys.EMBEDDER_WEIGHTS), find(Keys.EMBEDDER_MODEL), find(Keys.EMBEDDER_TOKENIZER));
  }

  /**
   * The model that is meant by a name, {@code provider/name} or an alias.
   *
   * @throws ConfigurationException if it is none of these, or an alias that points to an alias
   */
  public ModelName model(String text) {
    return models.computeIfAbsent(text, this::findModel);
  }

  private ModelName findModel(String text) {
    String target = text.indexOf('/') < 0 ? find(Keys.model(text)) : null;
    if (target != null && target.indexOf('/') < 0 && find(Keys.model(target)) != null) {
      throw new ConfigurationException(
          List.of(
              "The alias '%s' points to the alias '%s'. Set %s to provider/name."
                  .formatted(text, target, Keys.model(text))));
    }
    try {
      return ModelName.parse(target == null ? text : target);
    } catch (IllegalArgumentException e) {
      String where = target == null ? "" : " It is the value of %s.".formatted(Keys.model(text));
      throw new ConfigurationException(List.of(e.getMessage() + where));
    }
  }

  /** What is set for a provider. */
  public ProviderSettings provider(String name) {
    return new ProviderSettings(
        name,
        find(Keys.provider(name, Keys.BASE_URL)),
        find(Keys.provider(name, Keys.API_KEY)),
        sources.environment()::get);
  }

  /** Names of providers that are known, or that a setting names outside of the environment. */
  public Set<String> providers() {
    Set<String> names = new TreeSet<>(ModelName.KNOWN_PROVIDERS);
    for (String key : keys()) {
      if (key.startsWith(Keys.PROVIDERS) && Keys.isKnown(key)) {
        names.add(key.substring(Keys.PROVIDERS.length(), key.lastIndexOf('.')));
      }
    }
    return names;
  }

  /** The most calls that may be under way to a provider at once, 0 for no limit. */
  public int maxConcurrency(String provider) {
    String text = find(Keys.provider(provider, Keys.MAX_CONCURRENCY));
    if (text == null) {
      return 0;
    }
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) == 0) {
      throw new ConfigurationException(
          List.of(
              "%s is '%s'. Write a whole number above zero, or leave it out for no limit."
                  .formatted(Keys.provider(provider, Keys.MAX_CONCURRENCY), Excerpt.of(text))));
    }
    return Integer.parseInt(text);
  }

  /** The folder that reports of runs are written to, or null if they are not. */
  public @Nullable String reportFolder() {
    return find(Keys.REPORT_DIR);
  }

  /** Whether reports hold what was sent to models and answered: only for a folder of them. */
  public boolean reportContent() {
    return reportContent && reportFolder() != null;
  }

  /** How many reports are kept in their folder. */
  public int reportsKept() {
    return reportsKept;
  }

  /** The currency of all prices, as ISO 4217 names it. */
  public String currency() {
    return currency;
  }

  /** What a model costs, or null if that is not set. */
  public @Nullable Price price(ModelName model) {
    String text = find(Keys.price(model.toString()));
    if (text == null && model.provider().equals(ModelName.DEFAULT_PROVIDER)) {
      text = find(Keys.price(model.name()));
    }
    return text == null ? null : Price.parse(text);
  }

  private void checkPrices(List<String> problems) {
    for (String key : keys()) {
      if (key.startsWith(Keys.PRICES)) {
        checkPrice(key, find(key), problems);
      }
    }
    // Which models a variable is meant for is not known yet, but its value is.
    String variables = Keys.variable(Keys.PRICES);
    for (String variable : new TreeSet<>(sources.environment().keySet())) {
      if (variable.startsWith(variables)) {
        checkPrice(variable, set(sources.environment(), variable), problems);
      }
    }
  }

  private static void checkPrice(String key, @Nullable String text, List<String> problems) {
    try {
      if (text != null) {
        Price.parse(text);
      }
    } catch (IllegalArgumentException e) {
      problems.add("%s: %s".formatted(Excerpt.of(key), e.getMessage()));
    }
  }

  private int reportsKept(List<String> problems) {
    String text = find(Keys.REPORT_KEEP);
    if (text == null) {
      return DEFAULT_REPORTS_KEPT;
    }
    if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) == 0) {
      problems.add(
          "%s is '%s'. Write a whole number from 1 to 999999."
              .formatted(Keys.REPORT_KEEP, Excerpt.of(text)));
      return DEFAULT_REPORTS_KEPT;
    }
    return Integer.parseInt(text);
  }

  private String currency(List<String> problems) {
    String text = find(Keys.REPORT_CURRENCY);
    if (text != null && !text.matches("[A-Z]{3}")) {
      problems.add(
          "%s is '%s'. Write the three letters of a currency, such as USD."
              .formatted(Keys.REPORT_CURRENCY, Excerpt.of(text)));
    }
    return text == null ? DEFAULT_CURRENCY : text;
  }

  private TreeSet<String> keys() {
    TreeSet<String> keys = new TreeSet<>(sources.builder().keySet());
    keys.addAll(sources.system().keySet());
    keys.addAll(sources.file().keySet());
    return keys;
  }

  private void checkConcurrency(List<String> problems) {
    TreeSet<String> keys = keys();
    String end = "." + Keys.MAX_CONCURRENCY;
    for (String key : keys) {
      if (key.startsWith(Keys.PROVIDERS) && key.endsWith(end) && Keys.isKnown(key)) {
        try {
          maxConcurrency(key.substring(Keys.PROVIDERS.length(), key.length() - end.length()));
        } catch (ConfigurationException e) {
          problems.add(e.getMessage());
        }
      }
    }
  }

  private Duration duration(String key, Duration otherwise, List<String> problems) {
    String text = find(key);
    if (text == null) {
      return otherwise;
    }
    try {
      return DurationText.parse(text);
    } catch (IllegalArgumentException e) {
      String none = key.equals(Keys.RUN_TIMEOUT) ? " For no limit write none." : "";
      problems.add("%s: %s%s".formatted(key, e.getMessage(), none));
      return otherwise;
    }
  }

  private boolean isTrue(String key, List<String> problems) {
    String text = find(key);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      problems.add("%s is '%s'. Write true or false.".formatted(key, Excerpt.of(text)));
    }
    return "true".equals(text);
  }

  private @Nullable String find(String key) {
    String value = set(sources.builder(), key);
    value = value != null ? value : set(sources.system(), key);
    value = value != null ? value : set(sources.environment(), Keys.variable(key));
    return value != null ? value : set(sources.file(), key);
  }

  private static @Nullable String set(Map<String, String> source, String key) {
    String value = source.get(key);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Leaves out the values: some are secret. */
  @Override
  public String toString() {
    return "Configuration[" + sources + "]";
  }
}
