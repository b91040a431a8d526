package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stepwright.config.Sources;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelClientFactory;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ProviderSettings;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Plants a key, a prompt and an answer, and searches for them in all readable output. */
class CanaryTest {

  private static final String KEY = "canary-key-7d1f";
  private static final String PROMPT = "canary-prompt-7d1f";
  private static final String ANSWER = "canary-answer-7d1f";
  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "gpt");
  private static final ModelStep<Integer> NUMBER =
      ModelStep.json(AGENT, "Number", "gpt", "{}", json -> json.field("value").asInt());

  private final Queue<String> texts = new ConcurrentLinkedQueue<>();

  private void read(Object object) {
    texts.add(String.valueOf(object));
    if (object instanceof Throwable thrown) {
      StringWriter stack = new StringWriter();
      thrown.printStackTrace(new PrintWriter(stack));
      texts.add(stack.toString());
    }
  }

  @Test
  void nothingThatCanBeReadHoldsASecretOrAText() {
    List<FakeClient.Answer> answers =
        List.of(
            request -> FakeClient.reply("{\"value\":3,\"note\":\"" + ANSWER + "\"}"),
            request -> FakeClient.reply("{\"value\":\"" + ANSWER + "\"}"),
            request -> FakeClient.reply(ANSWER),
            request -> new ModelReply(ANSWER, "m", ModelReply.Finish.REFUSAL, 1, 1),
            request -> {
              throw new ModelClientException("Status 500.", 500, true, null, null);
            },
            request -> {
              new CountDownLatch(1).await();
              return FakeClient.reply(ANSWER);
            });
    try (CapturedLog log = new CapturedLog(Logger.getLogger("io.stepwright"))) {
      for (FakeClient.Answer answer : answers) {
        // The last answer never arrives, so its run ends at the limit.
        boolean hangs = answer.equals(answers.get(answers.size() - 1));
        run(answer, Duration.ofSeconds(hangs ? 3 : 60));
      }
      log.messages().forEach(this::read);
    }
    assertThat(texts).hasSizeGreaterThan(40);
    assertThat(texts).noneMatch(text -> text.contains("canary"));
  }

  private void run(FakeClient.Answer answer, Duration limit) {
    FakeClient client = new FakeClient(answer);
    AgentRuntime.Builder builder = AgentRuntime.builder().listener(Immediately.tell(this::read));
    builder.configuration("stepwright.run.timeout", "60s");
    builder.parts().sources =
        settings ->
            new Sources(
                settings, Map.of(), Map.of("STEPWRIGHT_PROVIDERS_OPENAI_API_KEY", KEY), Map.of());
    builder.parts().factories = List.of(new Factory(client));
    try (AgentRuntime runtime = builder.build()) {
      read(runtime);
      read(runtime.engine());
      var wiring = runtime.wiring(AGENT, ASK);
      Throwable thrown =
          catchThrowable(
              () -> {
                try (Run run = wiring.start(ENTRY.within(limit).reported())) {
                  int value =
                      run.call(
                          ASK,
                          step -> {
                            read(step);
                            PromptText prompt = PromptText.of(PROMPT);
                            read(prompt);
                            return step.ask(NUMBER, prompt, prompt);
                          });
                  AgentResult<String> result = AgentResult.of(run, ANSWER + value);
                  read(result);
                  read(result.report().toText());
                }
              });
      read(thrown);
    }
    client.requests.forEach(this::read);
    assertThat(client.requests.get(0).prompt()).as("the canary flew").contains("canary");
  }

  private record Factory(FakeClient client) implements ModelClientFactory {
    @Override
    public boolean supports(ProviderSettings settings) {
      return KEY.equals(settings.apiKey());
    }

    @Override
    public ModelClient create(ProviderSettings settings) {
      return client;
    }
  }
}
