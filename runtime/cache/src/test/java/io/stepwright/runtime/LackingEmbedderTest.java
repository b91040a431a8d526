package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderFactory;
import io.stepwright.spi.cache.EmbedderSettings;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.ModelStep;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An embedder that lacks a jar says what is missing. */
class LackingEmbedderTest {

  /** Makes embedders of a library that is missing. */
  private static final class LackingEmbedder implements EmbedderFactory {
    @Override
    public String id(EmbedderSettings settings) {
      throw new NoClassDefFoundError("org/example/Session");
    }

    @Override
    public Embedder create(EmbedderSettings settings) {
      throw new NoClassDefFoundError("org/example/Session");
    }
  }

  @Test
  void anEmbedderThatCannotBeLoadedIsToldWhenAnAgentNeedsIt() {
    AgentRuntime.Builder builder = AgentRuntime.builder().modelClient("openai", FakeClient.of("x"));
    builder.parts().embedderFactories = () -> List.of(new LackingEmbedder());
    ModelStep<String> step =
        ModelStep.text(AGENT, "ask", "gpt").cached(CacheRule.of("f").similarity(0.9));
    try (AgentRuntime runtime = builder.build()) {
      assertThatThrownBy(() -> runtime.wiring(AGENT, step))
          .isInstanceOf(AgentConfigurationException.class)
          .hasMessageContaining("the class org.example.Session is missing");
    }
  }
}
