package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.call.ModelClients;
import io.stepwright.config.Sources;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientFactory;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.spi.ProviderSettings;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Mistakes in the setup of a runtime and in clients that tests write: each message names the
 * mistake.
 */
@Timeout(60)
class MistakenSetupTest {

  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "gpt");
  private static final ModelStep<String> TEXT = ModelStep.text(AGENT, "ask", "gpt");

  /** Supports one provider, if it has a key. */
  private record OpenAiOnly(boolean hasKey) implements ModelClientFactory {

    @Override
    public boolean supports(ProviderSettings settings) {
      return settings.name().equals("openai");
    }

    @Override
    public ModelClient create(ProviderSettings settings) throws ProviderConfigurationException {
      if (!hasKey) {
        throw new ProviderConfigurationException("Provider \"openai\" has no API key.");
      }
      return FakeClient.of("real");
    }
  }

  private static AgentRuntime.Builder builder(boolean hasKey, Map<String, String> settings) {
    AgentRuntime.Builder builder = AgentRuntime.builder();
    builder.parts().factories = List.of(new OpenAiOnly(hasKey));
    builder.parts().sources = given -> new Sources(settings, Map.of(), Map.of(), Map.of());
    return builder;
  }

  @ParameterizedTest
  @CsvSource({"olama/llama3:8b, ollama", "fast-gpy/m, fast-gpu", "opnai/m, openai"})
  void aMisspeltProviderOfAnAliasIsToldTheNearOne(String model, String meant) {
    Map<String, String> settings =
        Map.of(
            "stepwright.models.gpt",
            model,
            "stepwright.providers.fast-gpu.base-url",
            "http://a/v1");
    try (AgentRuntime runtime = builder(true, settings).build()) {
      assertThatThrownBy(() -> runtime.wiring(AGENT, ModelStep.text(AGENT, "ask", "alias:gpt")))
          .isInstanceOf(AgentConfigurationException.class)
          .hasMessageContaining("Did you mean '%s'?".formatted(meant))
          .hasMessageContaining("'alias:gpt'")
          .hasMessageContaining("stepwright.models.gpt is '%s'.".formatted(model));
    }
  }

  @Test
  void aProviderWithoutABaseUrlIsNotConfusedWithItself() {
    Map<String, String> settings = Map.of("stepwright.providers.acme.max-concurrency", "2");
    try (AgentRuntime runtime = builder(true, settings).build()) {
      assertThatThrownBy(() -> runtime.wiring(AGENT, ModelStep.text(AGENT, "ask", "acme/tiny")))
          .hasMessageContaining(
              "knows provider 'acme', which has settings but no base URL. Set"
                  + " stepwright.providers.acme.base-url, or")
          .hasMessageNotContaining("Did you mean");
    }
  }

  @Test
  void aClientOfAMisspeltProviderIsPointedOut() {
    try (AgentRuntime runtime =
        builder(false, Map.of()).modelClient("opnai", FakeClient.of("fake")).build()) {
      assertThatThrownBy(() -> runtime.wiring(AGENT, ASK))
          .hasMessageContaining("has no API key")
          .hasMessageContaining("A client is set for 'opnai': did you mean 'openai'?");
    }
  }

  @Test
  void aClientThatIsPassedOverIsLogged() {
    try (CapturedLog log = new CapturedLog(ModelClients.class, message -> {});
        AgentRuntime runtime =
            builder(true, Map.of()).modelClient("opnai", FakeClient.of("fake")).build()) {
      assertThat(ask(runtime, TEXT)).isEqualTo("real");
      assertThat(ask(runtime, TEXT)).isEqualTo("real");
      assertThat(log.messages())
          .singleElement()
          .asString()
          .contains(
              "set for provider 'opnai', but no step uses that provider. Did you mean 'openai'?");
    }
  }

  @Test
  @SuppressWarnings({"NullAway", "DataFlowIssue"})
  void nullIsRefusedByName() {
    AgentRuntime.Builder builder = AgentRuntime.builder();
    assertThatThrownBy(() -> builder.modelClient("openai", null))
        .hasMessage("the model client of provider 'openai' is null");
    assertThatThrownBy(() -> builder.modelClient(null, FakeClient.of("x"))).hasMessage("provider");
    assertThatThrownBy(() -> builder.configuration("stepwright.run.timeout", null))
        .hasMessage("value");
    assertThatThrownBy(() -> builder.listener(null)).hasMessage("listener");
  }

  @Test
  @SuppressWarnings({"NullAway", "DataFlowIssue"})
  void aClientThatReturnsNullIsNamed() {
    FakeClient nothing = new FakeClient(request -> null);
    FakeClient noText =
        new FakeClient(request -> new ModelReply(null, "m", ModelReply.Finish.COMPLETE, 1, 1));
    assertThatThrownBy(() -> askWith(nothing))
        .isInstanceOf(ModelCallException.class)
        .hasMessageContaining("The model client 'openai' (io.stepwright.runtime.FakeClient)")
        .hasMessageContaining("returned null.");
    assertThatThrownBy(() -> askWith(noText))
        .isInstanceOf(ModelCallException.class)
        .hasMessageContaining("returned a ModelReply whose text is null.");
  }

  @ParameterizedTest
  @CsvSource({
    "0, The limit is the server's own: set maxOutputTokens of @Model",
    "9, Raise maxOutputTokens of @Model"
  })
  void aCutAnswerSaysWhoseLimitItWas(int limit, String advice) {
    FakeClient client =
        new FakeClient(request -> new ModelReply("x", "m", ModelReply.Finish.LENGTH, 1, 2));
    try (AgentRuntime runtime = AgentRuntime.builder().modelClient("openai", client).build()) {
      assertThatThrownBy(() -> ask(runtime, TEXT.maxOutputTokens(limit)))
          .hasMessageContaining(advice);
    }
  }

  @Test
  void aReportNamesNoModelThatWasNotAsked() {
    try (AgentRuntime runtime =
            AgentRuntime.builder().modelClient("openai", FakeClient.of("x")).build();
        Run run = runtime.wiring(AGENT, ASK).start(ENTRY.step(ASK).reported())) {
      String value = run.call(ASK, step -> "of a template");
      assertThat(AgentResult.of(run, value).report().toText())
          .contains("+ ask")
          .doesNotContain("gpt");
    }
  }

  private static String askWith(ModelClient client) {
    try (AgentRuntime runtime = AgentRuntime.builder().modelClient("openai", client).build()) {
      return ask(runtime, TEXT);
    }
  }

  private static String ask(AgentRuntime runtime, ModelStep<String> call) {
    try (Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
      return run.result(run.call(ASK, step -> step.ask(call, PromptText.of("x"))));
    }
  }
}
