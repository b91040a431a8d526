package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.config.Sources;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelClientFactory;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.spi.ProviderSettings;
import io.stepwright.spi.RunEvent;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ModelStepTest {

  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "gpt");
  private static final ModelStep<String> TEXT = ModelStep.text(AGENT, "ask", "gpt");
  private static final ModelStep<Integer> NUMBER =
      ModelStep.json(AGENT, "Number", "gpt", "{}", json -> json.field("value").asInt());

  private static AgentRuntime runtime(ModelClient client) {
    return AgentRuntime.builder().modelClient("openai", client).build();
  }

  private static <T> T ask(AgentRuntime runtime, StepInfo info, ModelStep<T> call) {
    try (Run run = runtime.wiring(AGENT, info).start(ENTRY)) {
      return run.result(
          run.call(
              info, step -> step.ask(call, PromptText.of("sys"), PromptText.of("canary prompt"))));
    }
  }

  @Test
  void aRequestHoldsWhatTheStepSays() {
    FakeClient client = FakeClient.of("{\"value\":3}");
    try (AgentRuntime runtime = runtime(client)) {
      StepInfo info = ASK.attemptWithin(Duration.ofSeconds(5));
      assertThat(ask(runtime, info, NUMBER.temperature(0.5).maxOutputTokens(9))).isEqualTo(3);
      assertThat(ask(runtime, ASK, ModelStep.text(AGENT, "ask", "gpt"))).isEqualTo("{\"value\":3}");
    }
    assertThat(client.closed).as("a client that was given stays open").isFalse();
    var first = client.requests.get(0);
    assertThat(first.model()).isEqualTo("gpt");
    assertThat(first.system()).isEqualTo("sys");
    assertThat(first.prompt()).isEqualTo("canary prompt");
    assertThat(first.schema()).isNotNull();
    assertThat(first.options().temperature()).isEqualTo(0.5);
    assertThat(first.options().maxOutputTokens()).isEqualTo(9);
    assertThat(first.options().timeout()).hasSeconds(5);
    assertThat(first.toString()).doesNotContain("canary");
    var second = client.requests.get(1);
    assertThat(second.schema()).isNull();
    assertThat(second.options().temperature()).isNaN();
    // The rest of the run's time is less than the default limit of a call.
    assertThat(second.options().timeout()).isLessThanOrEqualTo(Duration.ofSeconds(60)).isPositive();
    assertThat(second.options().idempotencyKey()).isNotEqualTo(first.options().idempotencyKey());
  }

  @Test
  void aClientsFailureNamesStepAndModel() {
    ModelClientException failure = new ModelClientException("Status 503.", 503, true, null, null);
    FakeClient client =
        new FakeClient(
            request -> {
              throw failure;
            });
    List<RunEvent> events = new CopyOnWriteArrayList<>();
    try (AgentRuntime runtime =
        AgentRuntime.builder()
            .modelClient("openai", client)
            .listener(Immediately.tell(events::add))
            .build()) {
      ModelCallException thrown =
          catchThrowableOfType(ModelCallException.class, () -> ask(runtime, ASK, TEXT));
      assertThat(thrown)
          .hasMessageContaining("'ask'")
          .hasMessageContaining("Onboarding")
          .hasMessageContaining("openai/gpt")
          .hasMessageContaining("Status 503.")
          .hasCause(failure);
      assertThat(thrown.status()).isEqualTo(503);
      assertThat(thrown.retryable()).isTrue();
      assertThat(thrown.attempts()).isEqualTo(3);
      assertThat(thrown.step()).isEqualTo("ask");
    }
    assertThat(events)
        .filteredOn(RunEvent.Attempted.class::isInstance)
        .hasSize(3)
        .extracting(event -> ((RunEvent.Attempted) event).failure())
        .containsOnly(failure);
  }

  @Test
  void aFailureOfAForkedStepIsMadeAnewWithAllItKnows() {
    FakeClient client =
        new FakeClient(
            request -> {
              throw new ModelClientException("no", 401, false, null, null);
            });
    try (AgentRuntime runtime = runtime(client)) {
      CountDownLatch in = new CountDownLatch(1);
      ModelCallException thrown =
          catchThrowableOfType(
              ModelCallException.class,
              () -> {
                try (Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
                  Forked<String> forked =
                      run.fork(
                          ASK,
                          step -> {
                            in.countDown();
                            return step.ask(TEXT, PromptText.of("x"));
                          });
                  run.perform(Agents.A, step -> Await.latch(in));
                  forked.join();
                }
              });
      assertThat(thrown.status()).isEqualTo(401);
      assertThat(thrown.getCause()).isInstanceOfAny(ModelCallException.class);
      assertThat(thrown.getStackTrace())
          .anyMatch(frame -> frame.getClassName().equals(ModelStepTest.class.getName()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETE, '{\"value\":\"canary\"}', 'value'",
    "COMPLETE, 'canary', not JSON",
    "LENGTH, 'canary', maxOutputTokens",
    "CONTENT_FILTER, 'canary', content filter",
    "REFUSAL, 'canary', refused",
  })
  void anAnswerThatCannotBeUsedIsNotQuoted(ModelReply.Finish finish, String text, String says) {
    FakeClient client = new FakeClient(request -> new ModelReply(text, "m", finish, 1, 2));
    try (AgentRuntime runtime = runtime(client)) {
      ModelOutputException thrown =
          catchThrowableOfType(ModelOutputException.class, () -> ask(runtime, ASK, NUMBER));
      assertThat(thrown)
          .hasMessageContaining("'ask'")
          .hasMessageContaining(says)
          .hasMessageNotContaining("canary");
      assertThat(thrown.rawText()).isEqualTo(text);
      assertThat(stackOf(thrown)).doesNotContain("canary");
    }
  }

  private static String stackOf(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void aCancelInterruptsTheClientAndGivesThePermitBack() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    AtomicBoolean aborted = new AtomicBoolean();
    FakeClient client =
        new FakeClient(
            request -> {
              in.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                aborted.set(true);
                throw e;
              }
              return FakeClient.reply("never");
            });
    try (AgentRuntime runtime =
        AgentRuntime.builder()
            .modelClient("openai", client)
            .configuration("stepwright.providers.openai.max-concurrency", "1")
            .build()) {
      assertThatThrownBy(
              () -> {
                try (Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
                  run.fork(ASK, step -> step.ask(TEXT, PromptText.of("")));
                  run.call(
                      Agents.A,
                      step -> {
                        Await.latch(in);
                        throw new IllegalStateException();
                      });
                }
              })
          .isInstanceOf(StepFailedException.class);
      assertThat(aborted).isTrue();
      assertThat(runtime.engine().models().clients().provider("openai").availablePermits())
          .isEqualTo(1);
    }
  }

  @Test
  void concurrencyIsLimitedAndTheWaitCountsAgainstTheDeadline() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    FakeClient client =
        new FakeClient(
            request -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.sleep(5);
              now.decrementAndGet();
              return FakeClient.reply("x");
            });
    try (AgentRuntime runtime =
        AgentRuntime.builder()
            .modelClient("openai", client)
            .configuration("stepwright.providers.openai.max-concurrency", "3")
            .build()) {
      try (Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
        List<Forked<String>> forked = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
          forked.add(run.fork(ASK, step -> step.ask(TEXT, PromptText.of(""))));
        }
        forked.forEach(Forked::join);
        run.result(1);
      }
      assertThat(most.get()).isBetween(1, 3);
    }
    CountDownLatch in = new CountDownLatch(1);
    FakeClient hanging =
        new FakeClient(
            request -> {
              in.countDown();
              new CountDownLatch(1).await();
              return FakeClient.reply("never");
            });
    EntryPointInfo shortRun = EntryPointInfo.of(AGENT, "e").within(Duration.ofMillis(800));
    try (AgentRuntime runtime =
        AgentRuntime.builder()
            .modelClient("openai", hanging)
            .configuration("stepwright.providers.openai.max-concurrency", "1")
            .build()) {
      assertThatThrownBy(
              () -> {
                try (Run run = runtime.wiring(AGENT, ASK).start(shortRun)) {
                  run.fork(ASK, step -> step.ask(TEXT, PromptText.of("")));
                  run.call(
                      ASK,
                      step -> {
                        Await.latch(in);
                        return step.ask(TEXT, PromptText.of(""));
                      });
                }
              })
          .isInstanceOf(RunTimeoutException.class);
      assertThat(hanging.requests).hasSize(1);
      assertThat(runtime.engine().models().clients().provider("openai").availablePermits())
          .isEqualTo(1);
    }
  }

  @Test
  void aDeadlineThatTheClientNoticesFirstIsTheRunsAndNotTheClients() {
    FakeClient punctual =
        new FakeClient(
            request -> {
              Thread.sleep(request.options().timeout().toMillis());
              throw new ModelClientException("timed out", 0, true, null, null);
            });
    EntryPointInfo shortRun = EntryPointInfo.of(AGENT, "e").within(Duration.ofMillis(40));
    try (AgentRuntime runtime = runtime(punctual)) {
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(
                () -> {
                  try (Run run = runtime.wiring(AGENT, ASK).start(shortRun)) {
                    run.call(ASK, step -> step.ask(TEXT, PromptText.of("")));
                  }
                })
            .isInstanceOf(RunTimeoutException.class);
      }
      assertThatThrownBy(() -> ask(runtime, ASK.within(Duration.ofMillis(30)), TEXT))
          .isInstanceOf(StepTimeoutException.class);
      // Exceeding the limit of an attempt is a failure of the attempt.
      assertThatThrownBy(() -> ask(runtime, ASK.attemptWithin(Duration.ofMillis(5)), TEXT))
          .isInstanceOf(ModelCallException.class);
    }
  }

  @Test
  void everyMissingClientIsNamedAtOnce() {
    AgentRuntime.Builder builder = AgentRuntime.builder();
    builder.parts().factories = List.of();
    try (AgentRuntime runtime = builder.build()) {
      AgentConfigurationException thrown =
          catchThrowableOfType(
              AgentConfigurationException.class,
              () ->
                  runtime.wiring(
                      AGENT,
                      ASK,
                      Agents.A,
                      ModelStep.text(AGENT, "local", "ollama/llama3"),
                      ModelStep.text(AGENT, "safe", "gpt").fallback("groq/first", "groq/second")));
      assertThat(thrown)
          .hasMessageContaining("'ask'")
          .hasMessageContaining("'gpt'")
          .hasMessageContaining("'local'")
          .hasMessageContaining("provider 'ollama'")
          .hasMessageContaining("'safe' of agent Onboarding cannot use model 'groq/first'")
          .hasMessageContaining("'groq/second'")
          .hasMessageContaining("io.stepwright:stepwright-openai");
      assertThat(thrown.agent()).isEqualTo("Onboarding");
    }
  }

  @Test
  void aFactoryIsAskedOncePerProviderAndItsClientIsClosed() {
    List<ProviderSettings> made = new ArrayList<>();
    FakeClient client = FakeClient.of("x");
    AgentRuntime.Builder builder = AgentRuntime.builder();
    builder.parts().sources =
        settings ->
            new Sources(
                settings,
                Map.of("stepwright.models.fast", "groq/llama"),
                Map.of("STEPWRIGHT_PROVIDERS_GROQ_API_KEY", "canary-key"),
                Map.of());
    builder.parts().factories = List.of(new Factory(made, client));
    try (AgentRuntime runtime = builder.build()) {
      runtime.wiring(AGENT, ModelStep.text(AGENT, "one", "alias:fast"));
      assertThat(
              ask(
                  runtime,
                  ModelStep.text(AGENT, "two", "alias:fast"),
                  ModelStep.text(AGENT, "ask", "alias:fast")))
          .isEqualTo("x");
      assertThat(made).hasSize(1);
      assertThat(made.get(0).apiKey()).isEqualTo("canary-key");
      assertThat(client.requests.get(0).model()).isEqualTo("llama");
      assertThatThrownBy(() -> runtime.wiring(AGENT, ModelStep.text(AGENT, "s", "strange/x")))
          .hasMessageContaining("stepwright.providers.strange.base-url");
      assertThatThrownBy(() -> runtime.wiring(AGENT, ModelStep.text(AGENT, "s", "broken/x")))
          .hasMessageContaining("set the key")
          .hasMessageNotContaining("canary");
    }
    assertThat(client.closed).isTrue();
  }

  private record Factory(List<ProviderSettings> made, ModelClient client)
      implements ModelClientFactory {
    @Override
    public boolean supports(ProviderSettings settings) {
      return !settings.name().equals("strange");
    }

    @Override
    public ModelClient create(ProviderSettings settings) throws ProviderConfigurationException {
      if (settings.name().equals("broken")) {
        throw new ProviderConfigurationException("set the key");
      }
      made.add(settings);
      return client;
    }
  }

  @Test
  void aWrongSettingIsToldWhenTheRuntimeIsBuilt() {
    Throwable thrown =
        catchThrowable(
            () -> AgentRuntime.builder().configuration("stepwright.call.timout", "1s").build());
    assertThat(thrown)
        .isInstanceOf(AgentConfigurationException.class)
        .hasMessageContaining("Did you mean 'stepwright.call.timeout'?");
    assertThat(((AgentException) thrown).agent()).isNull();
  }
}
