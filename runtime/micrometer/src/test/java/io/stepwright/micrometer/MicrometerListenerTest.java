package io.stepwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MicrometerListenerTest {

  private static final AgentInfo AGENT = new AgentInfo("Desk", "app.Desk");
  private static final EntryPointInfo ENTRY = EntryPointInfo.of(AGENT, "answer");
  private static final ModelStep<String> ASK =
      ModelStep.text(AGENT, "ask", "gpt").cached(CacheRule.of("fingerprint"));

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  /** Answers with these statuses, one after the other. */
  private static ModelClient client(Integer... statuses) {
    Deque<Integer> left = new ArrayDeque<>(List.of(statuses));
    return new ModelClient() {
      @Override
      public ModelReply call(ModelRequest request) throws ModelClientException {
        int status = left.pop();
        if (status != 200) {
          throw new ModelClientException("no", status, status >= 500, null, null);
        }
        return new ModelReply("x", "gpt-real", ModelReply.Finish.COMPLETE, 7, 3);
      }

      @Override
      public String endpoint() {
        return "http://localhost:1234/v1";
      }

      @Override
      public void close() {}
    };
  }

  private static void ask(AgentRuntime runtime) {
    try (Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
      run.result(
          run.call(
              ASK,
              step ->
                  step.cached(new CacheKey().exact("q", "1"))
                      .ask(ModelStep.text(AGENT, "ask", "gpt"), PromptText.of("p"))));
    }
  }

  private AgentRuntime runtime(ModelClient client) {
    return AgentRuntime.builder()
        .modelClient("openai", client)
        .configuration("stepwright.prices.gpt-real", "1 2")
        .configuration("stepwright.cache.timeout", "20s") // No test depends on the machine's speed.
        .listener(new MicrometerListener(registry))
        .build();
  }

  @Test
  void callsStepsRunsLookupsAndRetriesAreRecorded() {
    try (AgentRuntime runtime = runtime(client(503, 200))) {
      ask(runtime);
      ask(runtime);
    }
    var calls =
        registry
            .get("gen_ai.client.operation.duration")
            .tags("gen_ai.provider.name", "openai", "gen_ai.request.model", "gpt")
            .tags("gen_ai.response.model", "gpt-real", "error.type", "none")
            .tags("server.address", "localhost", "server.port", "1234")
            .timer();
    assertThat(calls.count()).as("one question with a retry, one hit").isEqualTo(1);
    assertThat(calls.totalTime(TimeUnit.NANOSECONDS)).isPositive();
    assertThat(
            registry
                .get("gen_ai.client.token.usage")
                .tag("gen_ai.token.type", "input")
                .summary()
                .totalAmount())
        .isEqualTo(7);
    assertThat(
            registry
                .get("gen_ai.workflow.duration")
                .tag("gen_ai.workflow.name", "Desk.answer")
                .timer()
                .count())
        .isEqualTo(2);
    assertThat(
            registry
                .get("stepwright.step.duration")
                .tags("stepwright.step.name", "ask", "stepwright.step.state", "finished")
                .timer()
                .count())
        .isEqualTo(2);
    assertThat(
            registry
                .get("stepwright.cache.lookups")
                .tag("stepwright.cache.outcome", "exact")
                .counter()
                .count())
        .isEqualTo(1);
    assertThat(
            registry
                .get("stepwright.cache.saved_tokens")
                .tag("gen_ai.token.type", "output")
                .counter()
                .count())
        .isEqualTo(3);
    assertThat(
            registry
                .get("stepwright.retries")
                .tags("stepwright.attempt.reason", "retry", "error.type", "503")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void theAlternativeThatRanIsATagOfFewValues() {
    StepInfo reply = StepInfo.code(AGENT, "reply");
    try (AgentRuntime runtime = runtime(client(200))) {
      for (int i = 0; i < 20; i++) {
        StepInfo chosen = reply.alternative(i % 2 == 0 ? "refundReply" : "otherReply");
        try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
          run.result(run.choose(reply, arm -> arm.fork(chosen, step -> "x")).join());
        }
      }
      ask(runtime);
    }
    assertThat(
            registry
                .get("stepwright.step.duration")
                .tags("stepwright.step.name", "reply")
                .tags("stepwright.step.alternative", "refundReply")
                .timer()
                .count())
        .isEqualTo(10);
    assertThat(registry.get("stepwright.step.duration").timers())
        .extracting(timer -> timer.getId().getTag("stepwright.step.alternative"))
        .containsExactlyInAnyOrder("refundReply", "otherReply", "none");
  }

  @Test
  void aFailureIsATag() {
    try (AgentRuntime runtime = runtime(client(401))) {
      assertThatThrownBy(() -> ask(runtime)).isInstanceOf(ModelCallException.class);
    }
    for (String meter :
        List.of(
            "gen_ai.client.operation.duration",
            "stepwright.step.duration",
            "gen_ai.workflow.duration")) {
      assertThat(registry.get(meter).tag("error.type", "401").timer().count())
          .as(meter)
          .isEqualTo(1);
    }
  }

  /** Every answer comes from another model, or is another error, as the server says. */
  private static ModelClient changing(IntFunction<String> model, IntUnaryOperator status) {
    AtomicInteger calls = new AtomicInteger();
    return new ModelClient() {
      @Override
      public ModelReply call(ModelRequest request) throws ModelClientException {
        int number = calls.getAndIncrement();
        if (status.applyAsInt(number) != 200) {
          throw new ModelClientException("no", status.applyAsInt(number), false, null, null);
        }
        return new ModelReply("x", model.apply(number), ModelReply.Finish.COMPLETE, 7, 3);
      }

      @Override
      public String endpoint() {
        return "http://localhost:1234/v1";
      }

      @Override
      public void close() {}
    };
  }

  private static void askAnew(AgentRuntime runtime) {
    try (Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
      run.result(
          run.call(ASK, step -> step.ask(ModelStep.text(AGENT, "ask", "gpt"), PromptText.of("p"))));
    }
  }

  @Test
  void namesThatAServerMakesUpAreOneMeter() {
    try (AgentRuntime runtime = runtime(changing(i -> "made-up-" + i, i -> 200))) {
      for (int i = 0; i < 1_500; i++) {
        askAnew(runtime);
      }
    }
    assertThat(
            registry
                .get("gen_ai.client.operation.duration")
                .tag("gen_ai.response.model", "other")
                .timer()
                .count())
        .isEqualTo(1_500);
    assertThat(registry.getMeters()).as("calls, tokens in and out, steps, runs").hasSize(5);
  }

  @Test
  void namesThatLookRightAreFewMeters() {
    try (AgentRuntime runtime = runtime(changing(i -> "gpt-" + (1000 + i), i -> 200))) {
      for (int i = 0; i < 1_500; i++) {
        askAnew(runtime);
      }
    }
    assertThat(registry.getMeters()).as("three for each of a hundred").hasSizeLessThan(350);
  }

  @Test
  void statusesThatAServerMakesUpAreFewMeters() {
    try (AgentRuntime runtime = runtime(changing(i -> "gpt", i -> 300 + i))) {
      for (int i = 0; i < 1_500; i++) {
        assertThatThrownBy(() -> askAnew(runtime)).isInstanceOf(ModelCallException.class);
      }
    }
    assertThat(registry.getMeters()).as("calls, steps and runs of each").hasSizeLessThan(200);
    assertThat(registry.get("gen_ai.workflow.duration").tag("error.type", "4xx").timer().count())
        .isPositive();
    assertThat(registry.get("gen_ai.workflow.duration").tag("error.type", "429").timer().count())
        .isEqualTo(1);
  }

  @Test
  void datedVersionsOfTheModelKeepTheirName() {
    try (AgentRuntime runtime = runtime(changing(i -> "gpt-2026-01-31", i -> 200))) {
      askAnew(runtime);
    }
    assertThat(
            registry
                .get("gen_ai.client.operation.duration")
                .tag("gen_ai.response.model", "gpt-2026-01-31")
                .timer()
                .count())
        .isEqualTo(1);
  }

  @Test
  void theListenerOfTheClassPathRecordsInTheGlobalRegistry() {
    Metrics.addRegistry(registry);
    try (AgentRuntime runtime = AgentRuntime.builder().modelClient("openai", client(200)).build()) {
      ask(runtime);
    } finally {
      Metrics.removeRegistry(registry);
    }
    assertThat(registry.get("gen_ai.workflow.duration").timer().count()).isEqualTo(1);
  }
}
