package io.stepwright.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.cache.CacheStoreSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

  private static final String CALL = "stepwright.call.timeout";
  private static final String CALL_VARIABLE = "STEPWRIGHT_CALL_TIMEOUT";

  private static Configuration of(Map<String, String> builder) {
    return Configuration.of(new Sources(builder, Map.of(), Map.of(), Map.of()));
  }

  private static Configuration ofEnvironment(Map<String, String> environment) {
    return Configuration.of(new Sources(Map.of(), Map.of(), environment, Map.of()));
  }

  @Test
  void theHighestLayerWins() {
    Map<String, String> none = Map.of();
    Map<String, String> file = Map.of(CALL, "4s");
    Map<String, String> environment = Map.of(CALL_VARIABLE, "3s");
    Map<String, String> system = Map.of(CALL, "2s");
    Map<String, String> builder = Map.of(CALL, "1s");
    assertThat(timeout(new Sources(none, none, none, none))).hasSeconds(60);
    assertThat(timeout(new Sources(none, none, none, file))).hasSeconds(4);
    assertThat(timeout(new Sources(none, none, environment, file))).hasSeconds(3);
    assertThat(timeout(new Sources(none, system, environment, file))).hasSeconds(2);
    assertThat(timeout(new Sources(builder, system, environment, file))).hasSeconds(1);
    assertThat(timeout(new Sources(Map.of(CALL, " "), system, environment, file)))
        .as("a blank value counts as not set")
        .hasSeconds(2);
  }

  private static Duration timeout(Sources sources) {
    return Configuration.of(sources).callTimeout();
  }

  @Test
  void whatACacheSharesIsSetAndTheSecretIsInNoText() {
    String secret = "correct horse battery";
    Configuration configuration =
        ofEnvironment(
            Map.of(
                "STEPWRIGHT_CACHE_SECRET", secret,
                "STEPWRIGHT_CACHE_NAMESPACE", "staging.eu-1",
                "STEPWRIGHT_CACHE_REDIS_URL", "redis://h",
                "STEPWRIGHT_CACHE_REDIS_PREFIX", "app:sw",
                "STEPWRIGHT_CACHE_TIMEOUT_SHARED", "2s"));
    assertThat(configuration.cacheScope()).isEqualTo(new CacheScope("staging.eu-1", secret));
    assertThat(configuration.sharedCacheTimeout()).hasSeconds(2);
    CacheStoreSettings store = configuration.cacheStore("redis");
    assertThat(store.secret()).isEqualTo(secret);
    assertThat(store.namespace()).isEqualTo("staging.eu-1");
    assertThat(store.prefix()).isEqualTo("app:sw");
    assertThat(List.of(configuration, configuration.cacheScope(), store))
        .allSatisfy(text -> assertThat(text.toString()).doesNotContain("horse", "redis://"));
  }

  @Test
  void nothingIsSharedInAnotherWayUnlessItIsSet() {
    Configuration configuration = of(Map.of());
    assertThat(configuration.cacheScope()).isEqualTo(new CacheScope("", null));
    assertThat(configuration.sharedCacheTimeout()).isNull();
    assertThat(configuration.cacheStore("redis"))
        .isEqualTo(new CacheStoreSettings(null, Duration.ofMillis(50)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny", "fifteen letters", "  fifteen letters   "})
  void aSecretThatCanBeGuessedIsRefusedAndNotQuoted(String secret) {
    assertThatThrownBy(() -> of(Map.of("stepwright.cache.secret", secret)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("stepwright.cache.secret is shorter than 16 characters")
        .message()
        .doesNotContain(secret.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a:b", "{a}", "*", "ä", "a\nb"})
  void aNamespaceIsAName(String namespace) {
    assertThatThrownBy(() -> of(Map.of("stepwright.cache.namespace", namespace)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("stepwright.cache.namespace is");
  }

  @Test
  void aRunMayHaveNoLimit() {
    assertThat(of(Map.of()).runTimeout()).hasSeconds(60);
    assertThat(of(Map.of("stepwright.run.timeout", "5m")).runTimeout()).hasMinutes(5);
    assertThat(of(Map.of("stepwright.run.timeout", "none")).runTimeout()).isNull();
    assertThatThrownBy(() -> of(Map.of(CALL, "none")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(CALL);
  }

  @ParameterizedTest
  @CsvSource({
    "stepwright.call.timout, stepwright.call.timeout",
    "stepwright.runtimeout, stepwright.run.timeout",
    "run.timeout, stepwright.run.timeout",
    "call.timout, stepwright.call.timeout",
    "stepwright.provider.openai.api-key, stepwright.providers.openai.api-key",
    "stepwright.providers.openai.apikey, stepwright.providers.openai.api-key",
    "stepwright.providers.openai.baseurl, stepwright.providers.openai.base-url",
    "stepwright.model.fast, stepwright.models.fast",
    "stepwright.providers.my.own.apikey, stepwright.providers.my.own.api-key",
  })
  void anUnknownKeyIsAnErrorWithTheOneThatWasMeant(String key, String meant) {
    for (Sources sources :
        new Sources[] {
          new Sources(Map.of(key, "canary"), Map.of(), Map.of(), Map.of()),
          new Sources(Map.of(), Map.of(key, "canary"), Map.of(), Map.of()),
          new Sources(Map.of(), Map.of(), Map.of(), Map.of(key, "canary"))
        }) {
      assertThatThrownBy(() -> Configuration.of(sources))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("'" + key + "'")
          .hasMessageContaining("Did you mean '" + meant + "'?")
          .hasMessageNotContaining("canary");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STEPWRIGHT_CALL_TIMOUT, STEPWRIGHT_CALL_TIMEOUT",
    "STEPWRIGHT_PROVIDERS_OPENAI_APIKEY, STEPWRIGHT_PROVIDERS_OPENAI_API_KEY",
    "STEPWRIGHT_MODEL_FAST, STEPWRIGHT_MODELS_FAST",
    "STEPWRIGHT_PROVIDERS_MY_OWN_BASE_ULR, STEPWRIGHT_PROVIDERS_MY_OWN_BASE_URL",
  })
  void anUnknownVariableIsAnErrorToo(String variable, String meant) {
    assertThatThrownBy(() -> ofEnvironment(Map.of(variable, "canary")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'" + variable + "'")
        .hasMessageContaining("Did you mean '" + meant + "'?")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"organization", "reasoning-effort", "auth-header", "api.version", "x", "prices"})
  void anUnknownKeyOfAProviderIsToldThoseThatExist(String setting) {
    assertThatThrownBy(() -> of(Map.of("stepwright.providers.x." + setting, "1")))
        .hasMessageContaining("one of those that exist: stepwright.providers.x.")
        .hasMessageContaining(".base-url")
        .hasMessageContaining(".api-key")
        .hasMessageContaining(".max-concurrency")
        .hasMessageNotContaining("stepwright.prices")
        .hasMessageNotContaining("Did you mean");
  }

  @Test
  void anUnknownKeyOfAGroupIsToldThoseThatExist() {
    assertThatThrownBy(() -> of(Map.of("stepwright.report.colours", "1")))
        .hasMessageContaining("stepwright.report.dir, stepwright.report.keep")
        .hasMessageNotContaining("stepwright.run.timeout");
    assertThatThrownBy(() -> of(Map.of("stepwright.providers.openai", "1")))
        .hasMessageContaining("stepwright.providers.<name>.base-url");
    assertThatThrownBy(() -> ofEnvironment(Map.of("STEPWRIGHT_PROVIDERS_X_ORGANIZATION", "1")))
        .hasMessageContaining("STEPWRIGHT_PROVIDERS_<NAME>_BASE_URL")
        .hasMessageNotContaining("STEPWRIGHT_PRICES");
    assertThatThrownBy(() -> ofEnvironment(Map.of("STEPWRIGHT_REPORT_COLOURS", "1")))
        .hasMessageContaining("STEPWRIGHT_REPORT_DIR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stepwright.call.timeout",
        "stepwright.report.keep",
        "stepwright.report.currency",
        "stepwright.log.runs",
        "stepwright.prices.m",
        "stepwright.providers.x.max-concurrency",
        "stepwright.providers.",
        "stepwright.zzz.",
        "stepwright.zzz"
      })
  void aLongTextIsRefusedAtOnceAndNotQuoted(String key) {
    for (String text :
        List.of("7".repeat(1 << 20), "e_.".repeat(1 << 18), "1\t" + " ".repeat(1 << 20))) {
      for (Map<String, String> settings :
          List.of(Map.of(key, text + "!"), Map.of(key + text, "1"))) {
        assertThatThrownBy(() -> of(settings))
            .isInstanceOf(ConfigurationException.class)
            .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(3_000));
      }
    }
  }

  @Test
  void aFarAwayKeyGetsNoGuess() {
    assertThatThrownBy(() -> of(Map.of("stepwright.zzzzzzzzzzzzzzzz", "1")))
        .hasMessageContaining("Remove it.")
        .hasMessageNotContaining("Did you mean");
  }

  @Test
  void otherPeoplesVariablesAreLeftAlone() {
    ofEnvironment(Map.of("STEPWRIGHT_TEST_SERVER", "x", "OPENAI_API_KEY", "y", "PATH", "z"));
  }

  @Test
  void everyProblemIsListed() {
    assertThatThrownBy(
            () ->
                of(
                    Map.of(
                        CALL,
                        "soon",
                        "stepwright.run.timeout",
                        "-1s",
                        "stepwright.oops",
                        "1",
                        "stepwright.providers.my.own.max-concurrency",
                        "many")))
        .hasMessageContaining("stepwright.call.timeout")
        .hasMessageContaining("stepwright.run.timeout")
        .hasMessageContaining("none")
        .hasMessageContaining("stepwright.oops")
        .hasMessageContaining("stepwright.providers.my.own.max-concurrency");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "ten", "9999999999"})
  void concurrencyIsAWholeNumberAboveZero(String value) {
    assertThatThrownBy(() -> of(Map.of("stepwright.providers.openai.max-concurrency", value)))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(
            () ->
                ofEnvironment(Map.of("STEPWRIGHT_PROVIDERS_OPENAI_MAX_CONCURRENCY", value))
                    .maxConcurrency("openai"))
        .isInstanceOf(ConfigurationException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o-mini, openai, gpt-4o-mini",
    "ollama/llama3:8b, ollama, llama3:8b",
    "router/meta/llama-3, router, meta/llama-3",
    "alias:fast, groq, llama-8b",
    "alias:plain, openai, gpt-4.1",
    "gpt-4.1, openai, gpt-4.1",
    "openai/gpt-4, openai, gpt-4",
    "alias:gpt-4, azure, my-gpt-4",
    "fast/x, fast, x",
  })
  void modelsAreResolved(String text, String provider, String name) {
    Configuration configuration =
        of(
            Map.of(
                "stepwright.models.fast", "groq/llama-8b",
                "stepwright.models.plain", "gpt-4.1",
                "stepwright.models.gpt-4", "azure/my-gpt-4"));
    assertThat(configuration.model(text))
        .isEqualTo(new ConfiguredModel(new ModelName(provider, name), null));
  }

  @Test
  void anAliasInTheEnvironmentIsFoundFromItsName() {
    Configuration configuration =
        ofEnvironment(
            Map.of(
                "STEPWRIGHT_MODELS_GPT_4_1",
                "azure/deployment",
                "STEPWRIGHT_BODIES_GPT_4_1",
                "{\"seed\": 7}"));
    ConfiguredModel deployment =
        new ConfiguredModel(new ModelName("azure", "deployment"), "{\"seed\":7}");
    assertThat(configuration.model("alias:gpt-4.1")).isEqualTo(deployment);
    assertThat(configuration.model("alias:gpt_4_1")).isEqualTo(deployment);
    assertThat(configuration.model("gpt-4.2").name().provider()).isEqualTo("openai");
  }

  @Test
  void anAliasCannotPointToAnAlias() {
    Configuration configuration =
        of(
            Map.of(
                "stepwright.models.a", "b",
                "stepwright.models.b", "openai/x",
                "stepwright.models.c", "alias:b",
                "stepwright.models.self", "self"));
    assertThatThrownBy(() -> configuration.model("alias:a"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "'b' is a model of provider openai, but there is an alias of that name, too: write alias:b"
                + " for what stepwright.models.b says, or openai/b for the model. It is the value of"
                + " stepwright.models.a.");
    assertThatThrownBy(() -> configuration.model("alias:c"))
        .hasMessage(
            "The alias 'c' stands for the alias 'b'. Set stepwright.models.c to provider/name.");
    assertThatThrownBy(() -> configuration.model("alias:self"))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void aNameThatMayBeMeantAsAnAliasIsPointedOut() {
    Map<String, String> models = Map.of("stepwright.models.gpt-4o", "azure/my-gpt-4o");
    for (Configuration configuration :
        List.of(of(models), ofEnvironment(Map.of("STEPWRIGHT_MODELS_GPT_4O", "azure/my-gpt-4o")))) {
      assertThatThrownBy(() -> configuration.model("gpt-4o"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("write alias:gpt-4o for what stepwright.models.gpt-4o says")
          .hasMessageContaining("or openai/gpt-4o for the model");
      assertThat(configuration.model("openai/gpt-4o").name().provider()).isEqualTo("openai");
    }
  }

  @Test
  void anAliasThatIsMissingIsToldWithTheNearOneOrAll() {
    Configuration configuration =
        of(Map.of("stepwright.models.triage", "a/b", "stepwright.models.draft", "a/c"));
    assertThatThrownBy(() -> configuration.model("alias:triagee"))
        .hasMessage(
            "There is no alias 'triagee'. Set stepwright.models.triagee to provider/name. Did you mean"
                + " 'triage'?");
    assertThatThrownBy(() -> configuration.model("alias:sum"))
        .hasMessage(
            "There is no alias 'sum'. Set stepwright.models.sum to provider/name. Configured are"
                + " draft, triage.");
    assertThatThrownBy(() -> of(Map.of()).model("alias:sum"))
        .hasMessage("There is no alias 'sum'. Set stepwright.models.sum to provider/name.");
    assertThatThrownBy(() -> configuration.model("alias:"))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> configuration.model("alias:a/b"))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void fieldsOfAnAliasThatIsMissingAreAnError() {
    assertThatThrownBy(
            () ->
                of(
                    Map.of(
                        "stepwright.models.triage", "a/b",
                        "stepwright.bodies.triagee", "{\"seed\":7}")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "stepwright.bodies.triagee: there is no alias 'triagee'. Set stepwright.models.triagee to"
                + " provider/name. Did you mean 'triage'?");
    assertThatThrownBy(() -> ofEnvironment(Map.of("STEPWRIGHT_BODIES_TRIAGE", "{\"seed\":7}")))
        .hasMessage(
            "STEPWRIGHT_BODIES_TRIAGE: there is no such alias. Set STEPWRIGHT_MODELS_TRIAGE.");
    Configuration both =
        Configuration.of(
            new Sources(
                Map.of("stepwright.models.my.triage", "a/b"),
                Map.of(),
                Map.of("STEPWRIGHT_BODIES_MY_TRIAGE", "{\"seed\":7}"),
                Map.of()));
    assertThat(both.model("alias:my.triage").body()).isEqualTo("{\"seed\":7}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x", "x/", "/", " "})
  void aModelHasTwoParts(String text) {
    assertThatThrownBy(() -> of(Map.of()).model(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("provider/name");
  }

  @Test
  void aProviderHasItsSettingsAndReadsItsOwnVariables() {
    Configuration configuration =
        Configuration.of(
            new Sources(
                Map.of("stepwright.providers.my-proxy.base-url", "http://localhost:1"),
                Map.of(),
                Map.of("STEPWRIGHT_PROVIDERS_MY_PROXY_API_KEY", "canary-key", "OTHER", "o"),
                Map.of()));
    var settings = configuration.provider("my-proxy");
    assertThat(settings.baseUrl()).isEqualTo("http://localhost:1");
    assertThat(settings.apiKey()).isEqualTo("canary-key");
    assertThat(settings.environment().apply("OTHER")).isEqualTo("o");
    assertThat(settings.environment().apply("MISSING")).isNull();
    assertThat(settings + " " + configuration).doesNotContain("canary-key");
  }

  @Test
  void pricesAreExact() {
    Configuration configuration =
        of(
            Map.of(
                "stepwright.prices.gpt-4o-mini", "0.15  0.60",
                "stepwright.prices.ollama/llama3:8b", "0 0",
                "stepwright.report.currency", "EUR"));
    Price price = configuration.price(ModelName.parse("gpt-4o-mini"));
    assertThat(price.of(1_000_001, 3)).isEqualByComparingTo("0.15000195");
    assertThat(configuration.price(ModelName.parse("openai/gpt-4o-mini"))).isEqualTo(price);
    assertThat(configuration.price(ModelName.parse("azure/gpt-4o-mini"))).isNull();
    assertThat(configuration.price(ModelName.parse("ollama/llama3:8b")).of(9, 9)).isZero();
    assertThat(configuration.currency()).isEqualTo("EUR");
    assertThat(
            ofEnvironment(Map.of("STEPWRIGHT_PRICES_GPT_4O_MINI", "1 2"))
                .price(ModelName.parse("gpt-4o-mini"))
                .of(1_000_000, 0))
        .isEqualByComparingTo("1");
  }

  @Test
  void wrongPricesAndReportSettingsAreErrors() {
    assertThatThrownBy(
            () ->
                of(
                    Map.of(
                        "stepwright.prices.a", "0.15",
                        "stepwright.prices.b", "-1 2",
                        "stepwright.report.keep", "0",
                        "stepwright.report.currency", "dollars")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("stepwright.prices.a: '0.15' is not a price")
        .hasMessageContaining("stepwright.prices.b: '-1 2' is not a price")
        .hasMessageContaining("stepwright.report.keep is '0'")
        .hasMessageContaining("stepwright.report.currency is 'dollars'");
    assertThatThrownBy(() -> ofEnvironment(Map.of("STEPWRIGHT_PRICES_A", "cheap")))
        .hasMessageContaining("STEPWRIGHT_PRICES_A: 'cheap'");
    assertThatThrownBy(() -> of(Map.of("stepwright.report.folder", "x")))
        .hasMessageContaining("stepwright.report.dir");
    assertThat(of(Map.of()).reportsKept()).isEqualTo(50);
  }
}
