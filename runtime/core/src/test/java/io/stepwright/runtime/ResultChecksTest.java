package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.call.Backoff;
import io.stepwright.engine.model.ResultChecks;
import io.stepwright.report.AttemptReport;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.RunEvent;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Checks of a step's result: the repeated requests, and the texts in each of them. */
@Timeout(60)
class ResultChecksTest {

  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "gpt");
  private static final ModelStep<String> TEXT = ModelStep.text(AGENT, "ask", "gpt");

  private static AgentRuntime.Builder builder(FakeClient client) {
    AgentRuntime.Builder builder = AgentRuntime.builder().modelClient("openai", client);
    builder.parts().backoff = new Backoff(() -> 0);
    return builder;
  }

  private static <T> AgentResult<T> ask(AgentRuntime runtime, StepInfo info, ModelStep<T> call) {
    try (Run run = runtime.wiring(AGENT, info).start(ENTRY.step(info).reported())) {
      return AgentResult.of(run, run.call(info, step -> step.ask(call, PromptText.of("x"))));
    }
  }

  private static FakeClient numbering() {
    AtomicInteger next = new AtomicInteger();
    return new FakeClient(request -> FakeClient.reply("answer " + next.incrementAndGet()));
  }

  private static ModelStep<String> accepting(String accepted) {
    return TEXT.check(
        "exact", it -> it.equals(accepted) ? Optional.empty() : Optional.of("canary " + it));
  }

  @Test
  void aRefusedResultIsAnAttemptInEventsAndReport() {
    FakeClient client = numbering();
    List<RunEvent> events = new CopyOnWriteArrayList<>();
    try (AgentRuntime runtime = builder(client).listener(Immediately.tell(events::add)).build()) {
      AgentResult<String> result = ask(runtime, ASK.retry(4), accepting("answer 3"));
      assertThat(result.value()).isEqualTo("answer 3");
      List<AttemptReport> attempts = result.report().steps().get(0).attempts();
      assertThat(attempts)
          .extracting(each -> each.number() + " " + each.reason())
          .containsExactly("1 FIRST", "2 REPAIR", "3 REPAIR");
      assertThat(attempts.get(0).failure().type()).isEqualTo("unusable_answer");
      assertThat(attempts.get(0).failure().message())
          .isEqualTo("check 'exact' of the step refuses it.");
      assertThat(attempts.get(2).failure()).isNull();
      assertThat(result.report().inputTokens()).isEqualTo(21);
    }
    assertThat(events).hasToString(events.toString().replace("canary", ""));
    assertThat(client.requests)
        .extracting(request -> request.options().idempotencyKey())
        .doesNotHaveDuplicates();
    assertThat(Repairs.rejected(client.requests.get(2))).isEqualTo("answer 2");
    assertThat(client.requests.get(2).prompt())
        .isEqualTo("This answer cannot be used. canary answer 2 Answer again, in full.");
  }

  @Test
  void whatTheCheckSaysStandsInTheExceptionAndInNoMessage() {
    try (AgentRuntime runtime = builder(numbering()).build()) {
      ModelOutputException thrown =
          catchThrowableOfType(
              ModelOutputException.class, () -> ask(runtime, ASK.retry(2), accepting("none")));
      assertThat(thrown.refusal()).isEqualTo("canary answer 2");
      assertThat(thrown.rawText()).isEqualTo("answer 2");
      assertThat(thrown)
          .hasMessageContaining("check 'exact' of the step refuses it. It was asked 2 times.")
          .hasMessageNotContaining("canary")
          .hasNoCause();
    }
  }

  @Test
  void aSideEffectIsAskedOnce() {
    FakeClient client = numbering();
    try (AgentRuntime runtime = builder(client).build()) {
      assertThatThrownBy(() -> ask(runtime, ASK.withSideEffect(), accepting("answer 2")))
          .isInstanceOf(ModelOutputException.class);
    }
    assertThat(client.requests).hasSize(1);
  }

  @Test
  void aServerThatFailsAfterARefusalIsAskedAgainForABetterAnswer() {
    AtomicInteger next = new AtomicInteger();
    FakeClient client =
        new FakeClient(
            request -> {
              if (next.incrementAndGet() == 2) {
                throw new ModelClientException("Status 503.", 503, true, null, null);
              }
              return FakeClient.reply("answer " + next.get());
            });
    try (AgentRuntime runtime = builder(client).build()) {
      assertThat(ask(runtime, ASK, accepting("answer 3")).value()).isEqualTo("answer 3");
    }
    assertThat(client.requests.get(2).turns()).isEqualTo(client.requests.get(1).turns());
  }

  @Test
  void aLongTextIsCut() {
    String text = "\uD83D\uDE00".repeat(ResultChecks.MOST_CHARACTERS) + "end";
    FakeClient client = numbering();
    ModelStep<String> call =
        TEXT.check(
            "long", it -> it.equals("answer 2") ? Optional.empty() : Optional.of("-" + text));
    try (AgentRuntime runtime = builder(client).build()) {
      ask(runtime, ASK, call);
    }
    String complaint = client.requests.get(1).prompt();
    assertThat(complaint).contains("\uFFFD…").doesNotContain("end");
    assertThat(complaint.length()).isLessThan(ResultChecks.MOST_CHARACTERS + 100);
  }

  @Test
  void nullAndExceptionsFailTheStepByTheNameOfTheCheck() {
    IllegalStateException secret = new IllegalStateException("canary");
    ModelStep<String> throwing =
        TEXT.check(
            "strict",
            it -> {
              throw secret;
            });
    @SuppressWarnings("NullAway") // What a check must not do.
    ModelStep<String> none = TEXT.check("lax", it -> null);
    FakeClient client = numbering();
    try (AgentRuntime runtime = builder(client).build()) {
      assertThatThrownBy(() -> ask(runtime, ASK, throwing))
          .isInstanceOf(StepFailedException.class)
          .hasMessageContaining("Check 'strict' of step 'ask'")
          .hasMessageNotContaining("canary")
          .hasRootCause(secret);
      assertThatThrownBy(() -> ask(runtime, ASK, none))
          .isInstanceOf(StepFailedException.class)
          .hasMessageContaining("Check 'lax' of step 'ask'")
          .hasMessageContaining("returned null");
    }
    assertThat(client.requests).hasSize(2);
  }

  private static String cached(AgentRuntime runtime, StepInfo info, ModelStep<String> call) {
    CacheKey key = new CacheKey().exact("a", "x");
    try (Run run = runtime.wiring(AGENT, info).start(ENTRY.step(info))) {
      return run.result(run.call(info, step -> step.cached(key).ask(call, PromptText.of(""))));
    }
  }
}
