package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.openai.OpenAiClientFactory;
import io.stepwright.spi.ModelClientFactory;
import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.spi.ProviderSettings;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {

  @Test
  void theFactoryIsFound() {
    assertThat(ServiceLoader.load(ModelClientFactory.class))
        .hasAtLeastOneElementOfType(OpenAiClientFactory.class);
  }

  @ParameterizedTest
  @CsvSource({
    "openai, , true",
    "ollama, , true",
    "mine, , false",
    "mine, ' ', false",
    "mine, http://localhost:8080/v1, true"
  })
  void supportsWhatHasABaseUrl(String name, String url, boolean supported) {
    assertThat(new OpenAiClientFactory().supports(settings(name, url, null, Map.of())))
        .isEqualTo(supported);
  }

  @ParameterizedTest
  @CsvSource({
    // name, base URL, key, OPENAI_BASE_URL, OPENAI_API_KEY -> URL, key
    "openai, , sk-1, , , https://api.openai.com/v1, sk-1",
    "openai, , , , sk-2, https://api.openai.com/v1, sk-2",
    "openai, , sk-1, , sk-2, https://api.openai.com/v1, sk-1",
    "openai, , , http://a/v1, , http://a/v1, ",
    "openai, http://b/v1, , http://a/v1, sk-2, http://b/v1, sk-2",
    "openai, http://b/v1/, ' sk-1 ', , , http://b/v1, sk-1",
    "ollama, , , http://a/v1, sk-2, http://localhost:11434/v1, ",
    "ollama, http://gpu:1/v1, , , , http://gpu:1/v1, ",
    "mine, HTTPS://h/api/v1//, k, http://a/v1, sk-2, HTTPS://h/api/v1, k",
  })
  void settingsWinOverVariables(
      String name,
      String url,
      String key,
      String urlVariable,
      String keyVariable,
      String expectedUrl,
      String expectedKey)
      throws Exception {
    Map<String, String> environment = new java.util.HashMap<>();
    environment.put("OPENAI_BASE_URL", urlVariable);
    environment.put("OPENAI_API_KEY", keyVariable);
    Endpoint endpoint = Endpoints.of(settings(name, url, key, environment));
    assertThat(endpoint.baseUrl()).hasToString(expectedUrl);
    assertThat(endpoint.apiKey()).isEqualTo(expectedKey);
  }

  @Test
  void openAiNeedsAKey() {
    assertThatThrownBy(
            () -> new OpenAiClientFactory().create(settings("openai", null, null, Map.of())))
        .isInstanceOf(ProviderConfigurationException.class)
        .hasMessage(
            "Provider \"openai\" has no API key. Set OPENAI_API_KEY or"
                + " stepwright.providers.openai.api-key, or set"
                + " stepwright.providers.openai.base-url or OPENAI_BASE_URL to a server that needs"
                + " none.");
  }

  @Test
  void anUnknownProviderNeedsABaseUrl() {
    assertThatThrownBy(() -> Endpoints.of(settings("mine", null, null, Map.of())))
        .hasMessageContaining("Set stepwright.providers.mine.base-url");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, does not start with http:// or https://",
    "ftp://host/v1, does not start with http:// or https://",
    "/v1, does not start with http:// or https://",
    "http:///v1, names no host",
    "http://host/v1/chat/completions, 'ends with /chat/completions, which is appended to it: remove that, so that it ends with /v1'",
    "https://host/v1/models/, ends with /models",
    "http://a b/v1, is not a URL",
    "http://under_score:80/v1, names a host with an underscore",
    "https://my_model/v1, names a host with an underscore",
    "http://me:secret-word@my_model:8080/v1, contains a user name or a password",
    "http://me:secret-word@host:99999999999/v1, contains a user name or a password",
    "http://bücher.example/v1, names a host with letters outside ASCII",
    "http://host:99999/v1, has a port that is not a number from 1 to 65535",
    "http://host:65536/v1, has a port that is not a number from 1 to 65535",
    "http://host:0/v1, has a port that is not a number from 1 to 65535",
    "http://host:99999999999/v1, has a port that is not a number from 1 to 65535",
    "http://[::1]:70000/v1, has a port that is not a number from 1 to 65535",
    "http://host:http/v1, has a port that is not a number from 1 to 65535",
    "https://host:-1/v1, has a port that is not a number from 1 to 65535",
    "https:///v1, names no host",
    "http://me:secret-word@host/v1, contains a user name or a password",
    "http://host/v1?key=secret-word, contains a query or a fragment",
    "http://host/v1#secret-word, contains a query or a fragment"
  })
  void aWrongBaseUrlIsExplained(String url, String what) {
    assertThatThrownBy(() -> Endpoints.of(settings("openai", url, "sk-1", Map.of())))
        .isInstanceOf(ProviderConfigurationException.class)
        .hasMessageContaining("The base URL of provider \"openai\" " + what)
        .hasMessageContaining("stepwright.providers.openai.base-url or OPENAI_BASE_URL")
        .hasMessageNotContaining("secret-word");
  }

  @ParameterizedTest
  @CsvSource({"'sk-1\nx'", "sk 1", "sk-ä", "'sk\u0000'"})
  void aKeyThatCannotBeSentIsNotQuoted(String key) {
    assertThatThrownBy(() -> Endpoints.of(settings("openai", null, key, Map.of())))
        .isInstanceOf(ProviderConfigurationException.class)
        .hasMessageContaining("Check stepwright.providers.openai.api-key or OPENAI_API_KEY")
        .hasMessageNotContaining("sk");
  }

  private static ProviderSettings settings(
      String name, String url, String key, Map<String, String> environment) {
    return new ProviderSettings(name, url, key, environment::get);
  }
}
