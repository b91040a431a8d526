package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.call.ModelClients;
import io.stepwright.config.Sources;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientFactory;
import io.stepwright.spi.ProviderSettings;
import io.stepwright.wiring.ModelStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of providers that nothing uses: mistakes, doubts, and settings for other processes. */
class UnusedProvidersTest {

  private static final String URL = "http://canary/v1";

  /** Supports what the client of OpenAI's interface supports. */
  private static final class Factory implements ModelClientFactory {

    @Override
    public boolean supports(ProviderSettings settings) {
      return settings.baseUrl() != null
          || List.of("openai", "groq", "vllm", "ollama", "mistral").contains(settings.name());
    }

    @Override
    public ModelClient create(ProviderSettings settings) {
      return FakeClient.of("real");
    }
  }

  private static AgentRuntime runtime(Map<String, String> keys, Map<String, String> environment) {
    AgentRuntime.Builder builder = AgentRuntime.builder();
    builder.parts().factories = List.of(new Factory());
    builder.parts().sources = given -> new Sources(given, keys, environment, Map.of());
    return builder.build();
  }

  private static void make(AgentRuntime runtime, String model) {
    runtime.wiring(AGENT, ModelStep.text(AGENT, "ask", model));
  }

  @ParameterizedTest
  @CsvSource({
    "opnai, base-url, openai, openai/m",
    "opneai, base-url, openai, m",
    "openia, api-key, openai, m",
    "opeenai, api-key, openai, m",
    "mitsral, base-url, mistral, mistral/m",
    "anthopic, api-key, anthropic, m",
    "my-servver, api-key, my-server, my-server/m",
  })
  void aMisspeltOneIsAnError(String name, String setting, String meant, String model) {
    String key = "stepwright.providers." + name + "." + setting;
    Map<String, String> keys = new HashMap<>(Map.of(key, URL));
    if (meant.equals("my-server")) {
      keys.put("stepwright.providers.my-server.base-url", "http://other/v1");
    }
    try (AgentRuntime runtime = runtime(keys, Map.of())) {
      assertThatThrownBy(() -> make(runtime, model))
          .isInstanceOf(AgentConfigurationException.class)
          .hasMessageContaining("a setting of provider '" + name + "' (" + key + ")")
          .hasMessageContaining("Did you mean '" + meant + "'?")
          .hasMessageNotContaining("canary");
    }
  }

  @Test
  void aMisspeltVariableIsAnError() {
    String variable = "STEPWRIGHT_PROVIDERS_OPNAI_BASE_URL";
    try (AgentRuntime runtime = runtime(Map.of(), Map.of(variable, URL))) {
      assertThatThrownBy(() -> make(runtime, "m"))
          .isInstanceOf(AgentConfigurationException.class)
          .hasMessageContaining("(" + variable + ")")
          .hasMessageContaining("Did you mean 'openai'?")
          .hasMessageNotContaining("canary");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "openai2, m",
    "openai-2, m",
    "grok, groq/m",
    "llama, ollama/m",
    "vllm2, vllm/m",
    "vlm, vllm/m",
    "mistra, mistral/m",
  })
  void aSimilarNameThatMayBeHonestIsLoggedOnce(String name, String model) {
    String key = "stepwright.providers." + name + ".base-url";
    try (CapturedLog log = new CapturedLog(ModelClients.class, message -> {});
        AgentRuntime runtime = runtime(Map.of(key, URL), Map.of())) {
      make(runtime, model);
      make(runtime, model);
      make(runtime, name + "/m");
      make(runtime, model);
      assertThat(log.messages())
          .singleElement()
          .asString()
          .contains("provider '" + name + "'", "Did you mean")
          .doesNotContain("canary");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "gateway", "azure", "groq", "anthropic", "my.own"})
  void aProviderOfAnotherProcessIsLegal(String name) {
    Map<String, String> keys =
        Map.of(
            "stepwright.providers." + name + ".base-url",
            URL,
            "stepwright.providers." + name + ".max-concurrency",
            "2");
    silent(keys, Map.of(), "m");
  }

  @Test
  void similarNamesOfServersAreLegal() {
    Map<String, String> keys =
        Map.of(
            "stepwright.providers.gpu-a.base-url", URL,
            "stepwright.providers.gpu-b.base-url", URL,
            "stepwright.providers.server-main.base-url", URL,
            "stepwright.providers.server-mian.base-url", URL);
    silent(keys, Map.of(), "gpu-a/m");
    silent(keys, Map.of(), "server-main/m");
  }

  @Test
  void aProviderThatAnAliasOrAStepUsesIsLegal() {
    Map<String, String> url = Map.of("stepwright.providers.opnai.base-url", URL);
    silent(url, Map.of("STEPWRIGHT_MODELS_TRIAGE", "opnai/m"), "m");
    Map<String, String> withAlias = new HashMap<>(url);
    withAlias.put("stepwright.models.triage", "opnai/m");
    silent(withAlias, Map.of(), "m");
    silent(url, Map.of(), "opnai/m");
    silent(Map.of(), Map.of("STEPWRIGHT_PROVIDERS_MY_OWN_BASE_URL", URL), "my.own/m");
    silent(url, Map.of("STEPWRIGHT_PROVIDERS_OPNAI_API_KEY", "k"), "opnai/m");
  }

  private static void silent(
      Map<String, String> keys, Map<String, String> environment, String model) {
    try (CapturedLog log = new CapturedLog(ModelClients.class, message -> {});
        AgentRuntime runtime = runtime(keys, environment)) {
      make(runtime, model);
      assertThat(log.messages()).isEmpty();
    }
  }
}
