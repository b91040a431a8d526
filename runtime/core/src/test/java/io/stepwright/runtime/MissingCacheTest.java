package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.answer.StepAnswersFactory;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.ModelCall;
import io.stepwright.wiring.Prompt;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The core alone, on whose class path there is no cache. */
class MissingCacheTest {

  private static final StepInfo PLAIN = StepInfo.model(AGENT, "plain", "gpt");
  private static final StepInfo EQUAL =
      StepInfo.model(AGENT, "equal", "gpt").cached(CacheRule.of("fingerprint"));
  private static final StepInfo NEAR =
      StepInfo.model(AGENT, "near", "gpt").cached(CacheRule.of("fingerprint").similarity(0.9));

  private static AgentRuntime.Builder builder(FakeClient client) {
    return AgentRuntime.builder().modelClient("openai", client);
  }

  @Test
  void noCacheIsHere() {
    assertThat(ServiceLoader.load(StepAnswersFactory.class)).isEmpty();
  }

  @Test
  void everyStepThatNeedsItIsNamedWhenTheAgentIsMade() {
    try (AgentRuntime runtime = builder(FakeClient.of("x")).build()) {
      assertThatThrownBy(() -> runtime.wiring(AGENT, PLAIN, EQUAL, NEAR))
          .isInstanceOf(AgentConfigurationException.class)
          .hasMessageContaining(
              "Step 'equal' of agent Onboarding cannot be cached. It has @Cached, but no cache is"
                  + " on the class path. Add the dependency io.stepwright:stepwright-cache, or"
                  + " remove @Cached.")
          .hasMessageContaining("'near'")
          .hasMessageNotContaining("'plain'");
    }
  }

  @Test
  void aStepThatIsNotCachedNeedsNone() {
    FakeClient client = FakeClient.of("x");
    try (AgentRuntime runtime = builder(client).build()) {
      try (Run run = runtime.wiring(AGENT, PLAIN).start(ENTRY.step(PLAIN))) {
        ModelCall<String> call = ModelCall.text("gpt");
        String answer = run.call(PLAIN, step -> step.ask(call, new Prompt().text("x")));
        assertThat(answer).isEqualTo("x");
      }
    }
  }

  @Test
  void aCachedStepNeedsNoneIfNothingIsToBeRemembered() {
    FakeClient client = FakeClient.of("x");
    CacheKey key = new CacheKey().exact("a", "x");
    try (AgentRuntime runtime =
        builder(client).configuration("stepwright.cache.store", "none").build()) {
      for (int i = 0; i < 2; i++) {
        try (Run run = runtime.wiring(AGENT, EQUAL, NEAR).start(ENTRY.step(EQUAL))) {
          ModelCall<String> call = ModelCall.text("gpt");
          run.call(EQUAL, step -> step.cached(key).ask(call, new Prompt().text("x")));
        }
      }
    }
    assertThat(client.requests).hasSize(2);
  }

  @Test
  void nothingIsRememberedSoThatNothingHasToBeForgotten() throws Exception {
    try (AgentRuntime runtime = builder(FakeClient.of("x")).build()) {
      assertThat(runtime.cache().warmUp(Duration.ofSeconds(30))).isFalse();
      runtime.cache().evict("Onboarding.equal");
      runtime.cache().evict("Onboarding.equal", "text");
    }
  }

  @Test
  void aSharedStoreMayStillHaveSomethingToForget() {
    try (AgentRuntime runtime = builder(FakeClient.of("x")).cacheStore(new NoStore()).build()) {
      assertThatThrownBy(() -> runtime.cache().evict("Onboarding.equal"))
          .isInstanceOf(CacheEvictionException.class)
          .hasMessageContaining("Onboarding.equal")
          .hasMessageContaining("io.stepwright:stepwright-cache");
      assertThatThrownBy(() -> runtime.cache().evict("Onboarding.equal", "text"))
          .isInstanceOf(CacheEvictionException.class);
    }
  }

  @Test
  void anAgentMadeAfterTheEndOfItsRuntimeLacksNothing() {
    AgentRuntime runtime = builder(FakeClient.of("x")).build();
    runtime.close();
    runtime.wiring(AGENT, EQUAL);
  }
}
