package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.call.Backoff;
import io.stepwright.report.StepReport;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Replies of a model that are not remembered, and failures that concern only who asked. */
@Timeout(60)
class CachedRepliesTest {

  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "gpt");
  private static final ModelStep<String> TEXT = ModelStep.text(AGENT, "ask", "gpt");

  private static AgentRuntime.Builder builder(FakeClient client) {
    AgentRuntime.Builder builder =
        AgentRuntime.builder()
            .modelClient("openai", client)
            .configuration("stepwright.cache.timeout", "20s");
    builder.parts().backoff = new Backoff(() -> 0);
    return builder;
  }

  private static AgentResult<String> ask(
      AgentRuntime runtime, StepInfo info, ModelStep<String> call) {
    CacheKey key = new CacheKey().exact("a", "x");
    try (Run run = runtime.wiring(AGENT, info).start(ENTRY.step(info).reported())) {
      return AgentResult.of(
          run, run.call(info, step -> step.cached(key).ask(call, PromptText.of("x"))));
    }
  }

  /** Any word but a usual one: the value counts, and is asked for again. */
  @Test
  void whatStoppedForAnUnknownReasonIsNotRemembered() {
    Random random = new Random(1);
    FakeClient client =
        new FakeClient(
            request ->
                FakeClient.reply("Half an ans")
                    .stoppedBy("w" + Integer.toHexString(random.nextInt())));
    StepInfo info = ASK.cached(CacheRule.of("fingerprint"));
    try (AgentRuntime runtime = builder(client).build()) {
      for (int i = 1; i <= 20; i++) {
        AgentResult<String> result = ask(runtime, info, TEXT);
        assertThat(result.value()).isEqualTo("Half an ans");
        assertThat(client.requests).hasSize(i);
        StepReport step = result.report().steps().get(0);
        assertThat(step.finishReason()).startsWith("w");
        assertThat(result.report().toText()).contains("stopped by w");
      }
    }
  }

  @Test
  void whatWasThoughtIsNotRemembered() {
    FakeClient client = FakeClient.of("<think>secret</think>\n\nHello");
    StepInfo info = ASK.cached(CacheRule.of("fingerprint"));
    try (AgentRuntime runtime = builder(client).build()) {
      assertThat(ask(runtime, info, TEXT).value()).isEqualTo("Hello");
      AgentResult<String> again = ask(runtime, info, TEXT);
      assertThat(again.value()).isEqualTo("Hello");
      assertThat(again.report().cacheHits()).isEqualTo(1);
    }
  }

  /** The text may quote values of the one who asked, which are in no key. */
  @Test
  void aRefusalIsNotSharedWithOthersWhoAskTheSame() throws Exception {
    StepInfo info = ASK.cached(CacheRule.of("fingerprint")).retry(1);
    FakeClient client = FakeClient.of("answer");
    List<Thread> threads = new ArrayList<>();
    try (AgentRuntime runtime = builder(client).build()) {
      FutureTask<String> other = new FutureTask<>(() -> ask(runtime, info, TEXT).value());
      ModelStep<String> refusing =
          TEXT.check(
              "mine",
              it -> {
                Thread waiting = new Thread(other, "other");
                threads.add(waiting);
                waiting.start();
                while (waiting.getState() != Thread.State.WAITING) {
                  Thread.onSpinWait();
                }
                return Optional.of("canary");
              });
      assertThatThrownBy(() -> ask(runtime, info, refusing))
          .isInstanceOf(ModelOutputException.class);
      assertThat(other.get()).isEqualTo("answer");
    }
    threads.get(0).join();
    assertThat(client.requests).hasSize(2);
  }
}
