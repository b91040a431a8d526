package io.stepwright.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys that exist, and how they are written in the environment. */
final class Keys {

  static final String PREFIX = "stepwright.";
  static final String ENVIRONMENT_PREFIX = "STEPWRIGHT_";
  static final String ENVIRONMENT_TEST_PREFIX = "STEPWRIGHT_TEST_";

  // Read by builds and benchmarks; Maven hands them on to the tests that it runs.
  private static final Pattern OF_TOOLS =
      Pattern.compile("stepwright\\.(pairs|(build|graph)\\..+)");

  static final String CALL_TIMEOUT = "stepwright.call.timeout";
  static final String RUN_TIMEOUT = "stepwright.run.timeout";
  static final String LOG_RUNS = "stepwright.log.runs";
  static final String MICROMETER_BUCKETS = "stepwright.micrometer.buckets";
  static final String THREADS_NAMED = "stepwright.threads.named";
  static final String CACHE_STORE = "stepwright.cache.store";
  static final String CACHE_TIMEOUT = "stepwright.cache.timeout";
  static final String CACHE_SHARED_TIMEOUT = "stepwright.cache.timeout.shared";
  static final String CACHE_SECRET = "stepwright.cache.secret";
  static final String CACHE_NAMESPACE = "stepwright.cache.namespace";
  static final String EMBEDDER_WEIGHTS = "stepwright.embedder.weights";
  static final String EMBEDDER_MODEL = "stepwright.embedder.model";
  static final String EMBEDDER_TOKENIZER = "stepwright.embedder.tokenizer";
  static final String REPORT_DIR = "stepwright.report.dir";
  static final String REPORT_CONTENT = "stepwright.report.content";
  static final String REPORT_KEEP = "stepwright.report.keep";
  static final String REPORT_CURRENCY = "stepwright.report.currency";
  static final String BASE_URL = "base-url";
  static final String API_KEY = "api-key";
  static final String MAX_CONCURRENCY = "max-concurrency";

  private static final String MODELS = "stepwright.models.";
  static final String PRICES = "stepwright.prices.";
  static final String PROVIDERS = "stepwright.providers.";
  private static final List<String> FIXED =
      List.of(
          CALL_TIMEOUT,
          RUN_TIMEOUT,
          LOG_RUNS,
          MICROMETER_BUCKETS,
          THREADS_NAMED,
          CACHE_STORE,
          CACHE_TIMEOUT,
          CACHE_SHARED_TIMEOUT,
          CACHE_SECRET,
          CACHE_NAMESPACE,
          EMBEDDER_WEIGHTS,
          EMBEDDER_MODEL,
          EMBEDDER_TOKENIZER,
          REPORT_DIR,
          REPORT_KEEP,
          REPORT_CURRENCY,
          REPORT_CONTENT);
  private static final List<String> OF_PROVIDER = List.of(BASE_URL, API_KEY, MAX_CONCURRENCY);

  // An alias has no slash: then "provider/name" can never be one, and no alias leads to another.
  private static final Pattern MODEL = Pattern.compile("stepwright\\.models\\.[^/\\s]+");
  private static final Pattern PRICE = Pattern.compile("stepwright\\.prices\\.\\S+");
  private static final Pattern PROVIDER =
      Pattern.compile("stepwright\\.providers\\.[^/\\s]+\\.(base-url|api-key|max-concurrency)");
  private static final Pattern STORE =
      Pattern.compile("stepwright\\.cache\\.[^.\\s]+\\.(url|prefix)");
  private static final Pattern ENVIRONMENT =
      Pattern.compile(
          "STEPWRIGHT_MODELS_.+|STEPWRIGHT_PRICES_.+|STEPWRIGHT_CACHE_.+_(URL|PREFIX)|STEPWRIGHT_PROVIDERS_.+_(BASE_URL|API_KEY|MAX_CONCURRENCY)");

  private static final int MOST_PARTS = 10;

  private Keys() {}

  static String model(String alias) {
    return MODELS + alias;
  }

  static String price(String model) {
    return PRICES + model;
  }

  static String storeUrl(String store) {
    return "stepwright.cache." + store + ".url";
  }

  static String storePrefix(String store) {
    return "stepwright.cache." + store + ".prefix";
  }

  static String provider(String name, String setting) {
    return PROVIDERS + name + "." + setting;
  }

  /**
   * The variable of a key: upper case, everything but letters and digits becomes an underscore.
   * Several keys may have one variable; it sets them all.
   */
  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  static boolean isKnown(String key) {
    return FIXED.contains(key)
        || MODEL.matcher(key).matches()
        || PRICE.matcher(key).matches()
        || PROVIDER.matcher(key).matches()
        || STORE.matcher(key).matches();
  }

  /** Whether a system property is meant for a tool that runs in the same process. */
  static boolean isOfTool(String property) {
    return OF_TOOLS.matcher(property).matches();
  }

  static boolean isKnownVariable(String variable) {
    return ENVIRONMENT.matcher(variable).matches()
        || FIXED.stream().anyMatch(key -> variable(key).equals(variable));
  }

  /** The keys that exist beside an unknown one; none if it begins like no key. */
  static List<String> ofSameGroup(String unknown) {
    if (unknown.startsWith(PROVIDERS)) {
      int end = unknown.lastIndexOf('.');
      String name =
          end < PROVIDERS.length() ? "<name>" : unknown.substring(PROVIDERS.length(), end);
      return OF_PROVIDER.stream().map(setting -> provider(Excerpt.of(name), setting)).toList();
    }
    String group = unknown.substring(0, unknown.indexOf('.', PREFIX.length()) + 1);
    return group.isEmpty()
        ? List.of()
        : withoutNames().filter(key -> key.startsWith(group)).toList();
  }

  /** The variables that exist beside an unknown one; none if it begins like no variable. */
  static List<String> variablesOfSameGroup(String unknown) {
    if (unknown.startsWith(variable(PROVIDERS))) {
      return OF_PROVIDER.stream()
          .map(setting -> variable(PROVIDERS) + "<NAME>_" + variable(setting))
          .toList();
    }
    String group = unknown.substring(0, unknown.indexOf('_', ENVIRONMENT_PREFIX.length()) + 1);
    return group.isEmpty()
        ? List.of()
        : withoutNames().map(Keys::variable).filter(name -> name.startsWith(group)).toList();
  }

  private static Stream<String> withoutNames() {
    return Stream.concat(FIXED.stream(), Stream.of(storeUrl("redis")));
  }

  /** Keys that may have been meant by an unknown one. */
  static List<String> candidates(String unknown) {
    if (unknown.startsWith(PROVIDERS)) {
      return ofSameGroup(unknown);
    }
    List<String> candidates = new ArrayList<>(FIXED);
    candidates.add(storeUrl("redis"));
    candidates.add(storePrefix("redis"));
    String[] parts = unknown.split("\\.", -1);
    if (parts.length > 2) {
      String rest = unknown.substring(parts[0].length() + parts[1].length() + 2);
      candidates.add(model(rest));
      candidates.add(price(rest));
    }
    if (parts.length > 3) {
      OF_PROVIDER.forEach(setting -> candidates.add(provider(parts[2], setting)));
    }
    return candidates;
  }

  /** Variables that may have been meant by an unknown one. */
  static List<String> candidateVariables(String unknown) {
    String ofProvider = variable(PROVIDERS);
    if (unknown.startsWith(ofProvider)) {
      return providerVariables(unknown.substring(ofProvider.length()));
    }
    List<String> candidates = new ArrayList<>();
    FIXED.forEach(key -> candidates.add(variable(key)));
    candidates.add(variable(storeUrl("redis")));
    candidates.add(variable(storePrefix("redis")));
    String[] parts = unknown.split("_", -1);
    if (parts.length > 2) {
      String rest = unknown.substring(parts[0].length() + parts[1].length() + 2);
      candidates.add("STEPWRIGHT_MODELS_" + rest);
      candidates.add("STEPWRIGHT_PRICES_" + rest);
    }
    if (parts.length > 3) { // PROVIDER, in the singular.
      OF_PROVIDER.forEach(setting -> candidates.add(variable(provider(parts[2], setting))));
    }
    return candidates;
  }

  /** The variables of a provider; a part of the text is its name, up to any of the underscores. */
  private static List<String> providerVariables(String text) {
    List<String> variables = new ArrayList<>();
    int end = text.indexOf('_');
    for (int i = 0; i < MOST_PARTS && end > 0; i++) {
      String name = text.substring(0, end);
      OF_PROVIDER.forEach(setting -> variables.add(variable(provider(name, setting))));
      end = text.indexOf('_', end + 1);
    }
    return variables;
  }
}
