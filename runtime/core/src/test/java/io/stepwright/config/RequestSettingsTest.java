package io.stepwright.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.ProviderSettings;
import io.stepwright.spi.ResultWithTools;
import io.stepwright.spi.SchemaKeywords;
import io.stepwright.spi.StructuredOutput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of requests to a provider, from each source, and their limits. */
class RequestSettingsTest {

  private static final String PREFIX = "stepwright.providers.x.";
  private static final Map<String, String> ALL =
      Map.of(
          PREFIX + "headers", "{ \"api-key\" : \" canary-1 \", \"X-Team\":\"search and find\" }",
          PREFIX + "query", "api-version=2024-10-21&a=%20b",
          PREFIX + "body", "{ \"reasoning_effort\": \"low\", \"max_tokens\": null, \"a\": [1.50] }",
          PREFIX + "structured-output", "json_object",
          PREFIX + "schema-keywords", "basic",
          PREFIX + "typed-result-with-tools", "tool");

  private static Configuration of(String key, String value) {
    return Configuration.of(new Sources(Map.of(PREFIX + key, value), Map.of(), Map.of(), Map.of()));
  }

  private static ProviderSettings environment(String key, String value) {
    return Configuration.of(
            new Sources(
                Map.of(), Map.of(), Map.of("STEPWRIGHT_PROVIDERS_X_" + key, value), Map.of()))
        .provider("x");
  }

  @Test
  void eachSourceSetsThem() {
    Map<String, String> none = Map.of();
    Map<String, String> variables =
        ALL.keySet().stream()
            .collect(java.util.stream.Collectors.toMap(SettingKey::variable, ALL::get));
    for (Sources sources :
        List.of(
            new Sources(ALL, none, none, none),
            new Sources(none, ALL, none, none),
            new Sources(none, none, variables, none),
            new Sources(none, none, none, ALL))) {
      Configuration configuration = Configuration.of(sources);
      ProviderSettings settings = configuration.provider("x");
      assertThat(settings.headers())
          .containsOnly(Map.entry("api-key", "canary-1"), Map.entry("X-Team", "search and find"));
      assertThat(settings.query()).isEqualTo("api-version=2024-10-21&a=%20b");
      assertThat(settings.body())
          .isEqualTo("{\"reasoning_effort\":\"low\",\"max_tokens\":null,\"a\":[1.50]}");
      assertThat(settings.structuredOutput()).isEqualTo(StructuredOutput.JSON_OBJECT);
      assertThat(settings.schemaKeywords()).isEqualTo(SchemaKeywords.BASIC);
      assertThat(settings.resultWithTools()).isEqualTo(ResultWithTools.TOOL);
      assertThat(settings + configuration.toString()).doesNotContain("canary", "search");
      ProviderSettings other = configuration.provider("y");
      assertThat(other.headers()).isEmpty();
      assertThat(other.query()).isNull();
      assertThat(other.body()).isNull();
      assertThat(other.structuredOutput()).isNull();
      assertThat(other.schemaKeywords()).isNull();
      assertThat(other.resultWithTools()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "[\"canary\"]",
        "{\"a\":\"canary\"",
        "{\"a\":\"canary\"} x",
        "{\"a\":canary}",
        "{\"a\":\"canary\",\"A\":\"x\"}",
        "{\"a\":\"canary\",\"a\":\"x\"}",
        "{\"a\":{\"b\":\"canary\"}}",
        "{\"a\":null}",
        "{\"a\":7}",
        "{\"a\":\"\"}",
        "{\"a\":\"canary\\r\\nHost: evil\"}",
        "{\"a\":\"canäry\"}",
        "{\"Host\":\"canary\"}",
        "{\"content-length\":\"canary\"}",
        "{\"Transfer-Encoding\":\"canary\"}",
        "{\"Authorization: Bearer canary\":\"\"}",
        "{\"a b\":\"canary\"}",
        "{\"\":\"canary\"}",
        "{\"a\\n\":\"canary\"}",
      })
  void wrongHeadersAreRefusedAndNotQuoted(String headers) {
    assertThatThrownBy(() -> of("headers", headers))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(PREFIX + "headers ")
        .hasMessageContaining("Write one such as {\"X-Team\":\"search\"}")
        .message()
        .doesNotContain("canary", "canäry", "evil");
    assertThatThrownBy(() -> environment("HEADERS", headers))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(PREFIX + "headers ")
        .hasMessageNotContaining("canary");
  }

  @Test
  void theReasonsAreTold() {
    assertThatThrownBy(() -> of("headers", "{\"Host\":\"a\"}"))
        .hasMessageContaining("sets the header Host, which the client sets itself: remove it");
    assertThatThrownBy(() -> of("headers", "{\"a\":\"b\",\"A\":\"c\"}"))
        .hasMessageContaining("sets the header A twice");
    assertThatThrownBy(() -> of("headers", "{\"a\":true}"))
        .hasMessageContaining("has a value of the header a that is not a text in quotes");
    assertThatThrownBy(() -> of("headers", "{\n\"a\":?}"))
        .hasMessageContaining("is not a JSON object, or beyond a limit (line 2, column 5)");
  }

  @Test
  void headersAreBounded() {
    StringBuilder many = new StringBuilder("{");
    for (int i = 0; i < 33; i++) {
      many.append(i == 0 ? "" : ",").append("\"h").append(i).append("\":\"v\"");
    }
    assertThatThrownBy(() -> of("headers", many + "}"))
        .hasMessageContaining("more than 32 headers");
    assertThatThrownBy(() -> of("headers", "{\"a\":\"" + "x".repeat(8_193) + "\"}"))
        .hasMessageContaining("longer than 8192 characters");
    assertThatThrownBy(() -> of("headers", "{\"" + "x".repeat(101) + "\":\"x\"}"))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> of("headers", "{\"a\":\"" + "x".repeat(33_000) + "\"}"))
        .hasMessageContaining("more than 32768 characters");
    assertThat(of("headers", "{\"a\":\"" + "x".repeat(8_192) + "\"}").provider("x").headers())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?api-version=1",
        "a b",
        "a#b",
        "a=canary\u0001",
        "a=ä",
        "a=%2",
        "a=%zz",
        "a=\"b\"",
        "a=b\r\nHost:x"
      })
  void aWrongQueryIsRefusedAndNotQuoted(String query) {
    assertThatThrownBy(() -> of("query", query))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(PREFIX + "query is not a query of at most 2048 characters.")
        .hasMessageNotContaining("canary");
  }

  @Test
  void aLongQueryIsRefused() {
    assertThat(of("query", "a=" + "x".repeat(2_046)).provider("x").query()).hasSize(2_048);
    assertThatThrownBy(() -> of("query", "a=" + "x".repeat(2_047)))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> of("query", "x".repeat(1_000_000)))
        .isInstanceOf(ConfigurationException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'seed=7', is not a JSON object",
    "'7', is not a JSON object",
    "'null', is not a JSON object",
    "'{\"a\":NaN}', is not a JSON object",
    "'{\"a\":1,\"a\":2}', is not a JSON object",
    "'{\"a\":1}{}', goes on after its JSON object",
    "'{\"model\":\"x\"}', 'sets the field model, which is not to be set: remove it'",
    "'{\"messages\":null}', sets the field messages",
    "'{\"stream\":true}', sets the field stream",
    "'{\"tools\":[]}', sets the field tools",
    "'{\"tool_choice\":\"none\"}', sets the field tool_choice",
    "'{\"response_format\":{}}', sets the field response_format",
    "'{\"n\":2}', sets the field n",
  })
  void aWrongBodyIsRefused(String body, String problem) {
    assertThatThrownBy(() -> of("body", body))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(PREFIX + "body " + problem);
    assertThatThrownBy(
            () ->
                Configuration.of(
                    new Sources(
                        Map.of("stepwright.models.a", "x/y", "stepwright.bodies.a", body),
                        Map.of(),
                        Map.of(),
                        Map.of())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("stepwright.bodies.a " + problem);
  }

  @Test
  void aBodyIsBoundedAndWellFormed() {
    assertThatThrownBy(() -> of("body", "{\"a\":" + "[".repeat(17) + "]".repeat(17) + "}"))
        .hasMessageContaining("beyond a limit");
    assertThatThrownBy(() -> of("body", "{\"a\":" + "[".repeat(16_000)))
        .hasMessageContaining("beyond a limit");
    assertThatThrownBy(() -> of("body", "{\"a\":" + "1".repeat(101) + "}"))
        .hasMessageContaining("beyond a limit");
    assertThatThrownBy(() -> of("body", "{\"a\":\"" + "x".repeat(40_000) + "\"}"))
        .hasMessageContaining("more than 32768 characters");
    assertThat(of("body", "{\"a\":\"\\ud83d\",\"b\":{\"model\":1}}").provider("x").body())
        .isEqualTo("{\"a\":\"\uFFFD\",\"b\":{\"model\":1}}");
  }

  @Test
  void aWrongWordIsToldWithThoseThatExist() {
    assertThatThrownBy(() -> of("structured-output", "json"))
        .hasMessage(
            PREFIX + "structured-output is 'json'. Write json_schema or json_object or prompt.");
    assertThatThrownBy(() -> of("schema-keywords", "none"))
        .hasMessage(PREFIX + "schema-keywords is 'none'. Write all or basic.");
    assertThatThrownBy(() -> of("typed-result-with-tools", "yes"))
        .hasMessage(PREFIX + "typed-result-with-tools is 'yes'. Write both or tool.");
  }

  @Test
  void theKeysOfAProviderAreToldBesideAnUnknownOne() {
    assertThatThrownBy(() -> of("organization", "canary"))
        .hasMessageContainingAll(
            PREFIX + "base-url",
            PREFIX + "api-key",
            PREFIX + "headers",
            PREFIX + "query",
            PREFIX + "body",
            PREFIX + "structured-output",
            PREFIX + "schema-keywords",
            PREFIX + "typed-result-with-tools",
            PREFIX + "max-concurrency")
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> environment("TOP_P", "1"))
        .hasMessageContaining("STEPWRIGHT_PROVIDERS_<NAME>_BODY");
  }
}
