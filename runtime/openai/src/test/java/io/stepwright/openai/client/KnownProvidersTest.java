package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.config.Configuration;
import io.stepwright.config.Sources;
import io.stepwright.openai.OpenAiClientFactory;
import io.stepwright.openai.request.RequestForm;
import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.spi.ProviderSettings;
import io.stepwright.spi.ResultWithTools;
import io.stepwright.spi.SchemaKeywords;
import io.stepwright.spi.StructuredOutput;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts about a provider that its name tells, and the changes that settings make to them. */
class KnownProvidersTest {

  private static ProviderSettings settings(
      String name, @Nullable String url, Map<String, String> environment) {
    return new ProviderSettings(name, url, null, environment::get);
  }

  private static ProviderSettings settings(
      String name, @Nullable String url, Map<String, String> headers, @Nullable String key) {
    return new ProviderSettings(
        name,
        url,
        key,
        headers,
        "a=b",
        "{\"seed\":7}",
        StructuredOutput.PROMPT,
        SchemaKeywords.BASIC,
        null,
        variable -> null);
  }

  @ParameterizedTest
  @CsvSource({
    "openai, OPENAI_API_KEY, https://api.openai.com/v1, max_completion_tokens, JSON_SCHEMA, ALL,"
        + " BOTH",
    "anthropic, ANTHROPIC_API_KEY, https://api.anthropic.com/v1, max_tokens, PROMPT, BASIC, BOTH",
    "gemini, GEMINI_API_KEY, https://generativelanguage.googleapis.com/v1beta/openai, max_tokens,"
        + " JSON_SCHEMA, BASIC, TOOL",
    "mistral, MISTRAL_API_KEY, https://api.mistral.ai/v1, max_tokens, JSON_SCHEMA, ALL, TOOL",
    "deepseek, DEEPSEEK_API_KEY, https://api.deepseek.com, max_tokens, JSON_OBJECT, ALL, BOTH",
    "groq, GROQ_API_KEY, https://api.groq.com/openai/v1, max_tokens, JSON_OBJECT, ALL, TOOL",
    "openrouter, OPENROUTER_API_KEY, https://openrouter.ai/api/v1, max_tokens, JSON_SCHEMA, BASIC,"
        + " BOTH",
    "ollama, , http://localhost:11434/v1, max_tokens, JSON_SCHEMA, ALL, TOOL",
    "vllm, , http://localhost:8000/v1, max_tokens, JSON_SCHEMA, ALL, TOOL",
    "llamacpp, , http://localhost:8080/v1, max_tokens, JSON_SCHEMA, ALL, TOOL",
  })
  void aProviderIsKnownByItsName(
      String name,
      @Nullable String variable,
      String url,
      String limit,
      StructuredOutput output,
      SchemaKeywords keywords,
      ResultWithTools withTools)
      throws Exception {
    Map<String, String> environment = variable == null ? Map.of() : Map.of(variable, "sk-1");
    assertThat(new OpenAiClientFactory().supports(settings(name, null, environment))).isTrue();
    Endpoint endpoint = Endpoints.of(settings(name, null, environment));
    assertThat(endpoint.baseUrl()).hasToString(url);
    assertThat(endpoint.headers())
        .isEqualTo(variable == null ? Map.of() : Map.of("Authorization", "Bearer sk-1"));
    assertThat(endpoint.form())
        .isEqualTo(new RequestForm(limit, output, keywords, withTools, null));
    if (variable != null) {
      assertThatThrownBy(() -> Endpoints.of(settings(name, null, Map.of())))
          .isInstanceOf(ProviderConfigurationException.class)
          .hasMessageStartingWith(
              "Provider \"%s\" has no API key. Set %s or stepwright.providers.%s.api-key, or set"
                      .formatted(name, variable, name)
                  + " stepwright.providers.%s.base-url".formatted(name));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "API-Key",
        "x-api-key",
        "x-goog-api-key",
        "Ocp-Apim-Subscription-Key"
      })
  void aHeaderWithACredentialStandsForTheKey(String header) throws Exception {
    for (KnownProvider known : KnownProviders.TABLE) {
      Map<String, String> headers = Map.of(header, "secret");
      Endpoint endpoint = Endpoints.of(settings(known.name(), urlOf(known), headers, null));
      assertThat(endpoint.headers()).isEqualTo(headers);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OpenAI-Organization, org-1",
    "anthropic-workspace-id, w-1",
    "X-Title, Acme",
    "Authorization, ' '"
  })
  void aHeaderWithoutACredentialDoesNot(String header, String value) throws Exception {
    for (KnownProvider known : KnownProviders.TABLE) {
      Map<String, String> headers = Map.of(header, value);
      ProviderSettings settings = settings(known.name(), urlOf(known), headers, null);
      if (known.keyVariable() == null) {
        assertThat(Endpoints.of(settings).headers()).isEqualTo(headers);
      } else {
        assertThatThrownBy(() -> Endpoints.of(settings))
            .isInstanceOf(ProviderConfigurationException.class)
            .hasMessageContaining("has no API key. Set " + known.keyVariable());
      }
      // A gateway may have credentials of any name.
      assertThat(Endpoints.of(settings(known.name(), "http://h/v1", headers, null)).headers())
          .isEqualTo(headers);
    }
  }

  private static @Nullable String urlOf(KnownProvider known) {
    return known.hasBaseUrl() ? null : known.baseUrl().replace(KnownProvider.RESOURCE, "mine");
  }

  @Test
  void azureIsKnownButForItsResource() throws Exception {
    Map<String, String> key = Map.of("AZURE_OPENAI_API_KEY", "az-1");
    assertThat(new OpenAiClientFactory().supports(settings("azure", null, key))).isTrue();
    assertThatThrownBy(() -> Endpoints.of(settings("azure", null, key)))
        .isInstanceOf(ProviderConfigurationException.class)
        .hasMessage(
            "Provider \"azure\" has no base URL. Set stepwright.providers.azure.base-url to"
                + " https://RESOURCE.openai.azure.com/openai/v1, with the name of your own"
                + " resource.");
    String url = "https://mine.openai.azure.com/openai/v1";
    Endpoint endpoint = Endpoints.of(settings("azure", url, key));
    assertThat(endpoint.headers()).isEqualTo(Map.of("api-key", "az-1"));
    assertThat(endpoint.form().tokenLimit()).isEqualTo("max_completion_tokens");
    assertThatThrownBy(() -> Endpoints.of(settings("azure", url, Map.of())))
        .hasMessageContaining("Set AZURE_OPENAI_API_KEY or stepwright.providers.azure.api-key");
  }

  @ParameterizedTest
  @CsvSource({
    "mine, https://api.deepseek.com/v1, JSON_OBJECT, Authorization",
    "mine, https://MINE.openai.azure.com/openai/v1, JSON_SCHEMA, api-key",
    "openai, https://api.deepseek.com, JSON_OBJECT, Authorization",
    "deepseek, http://gateway:80/v1, JSON_OBJECT, Authorization",
    "mine, https://deepseek.com.example.org/v1, JSON_SCHEMA, Authorization",
    "mine, https://notdeepseek.com/v1, JSON_SCHEMA, Authorization",
  })
  void theServerTellsMoreThanItsName(
      String name, String url, StructuredOutput output, String header) throws Exception {
    Endpoint endpoint = Endpoints.of(new ProviderSettings(name, url, "k", variable -> null));
    assertThat(endpoint.form().structuredOutput()).isEqualTo(output);
    assertThat(endpoint.headers()).containsOnlyKeys(header);
  }

  @Test
  void aVariableIsReadByTheProviderOfItsNameOnly() throws Exception {
    Map<String, String> environment =
        Map.of("GROQ_API_KEY", "gsk-1", "OPENAI_API_KEY", "sk-1", "OPENAI_BASE_URL", "http://a/v1");
    assertThat(
            Endpoints.of(settings("mine", "https://api.groq.com/openai/v1", environment)).apiKey())
        .isNull();
    Endpoint groq = Endpoints.of(settings("groq", null, environment));
    assertThat(groq.apiKey()).isEqualTo("gsk-1");
    assertThat(groq.baseUrl()).hasToString("https://api.groq.com/openai/v1");
  }

  @Test
  void settingsWinOverWhatIsKnown() throws Exception {
    Map<String, String> headers = Map.of("authorization", "Token t", "X-Team", "search");
    Endpoint endpoint = Endpoints.of(settings("openai", "http://h/v1", headers, "sk-1"));
    assertThat(endpoint.form())
        .isEqualTo(
            new RequestForm(
                "max_completion_tokens",
                StructuredOutput.PROMPT,
                SchemaKeywords.BASIC,
                ResultWithTools.BOTH,
                "{\"seed\":7}"));
    assertThat(endpoint.headers())
        .containsExactly(Map.entry("Authorization", "Token t"), Map.entry("X-Team", "search"));
    assertThat(endpoint.completions()).hasToString("http://h/v1/chat/completions?a=b");
    assertThat(endpoint.toString()).doesNotContain("sk-1", "Token", "search", "a=b");
  }

  @Test
  void theConfigurationKnowsTheSameNames() {
    Configuration configuration =
        Configuration.of(new Sources(Map.of(), Map.of(), Map.of(), Map.of()));
    assertThat(configuration.providers())
        .isEqualTo(
            KnownProviders.TABLE.stream().map(KnownProvider::name).collect(Collectors.toSet()));
  }
}
