package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.call.Backoff;
import io.stepwright.report.AttemptReport;
import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.RateLimit;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Retries, repairs and fallback models: the requests, and the final result. */
@Timeout(60)
class RetryTest {

  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "a/one");
  private static final ModelStep<Integer> NUMBER =
      ModelStep.json(AGENT, "Number", "a/one", "{}", json -> json.field("value").asInt());

  private static AgentRuntime runtime(FakeClient a, FakeClient b) {
    AgentRuntime.Builder builder = builder(a).modelClient("b", b);
    return builder.build();
  }

  private static AgentRuntime.Builder builder(ModelClient a) {
    AgentRuntime.Builder builder = AgentRuntime.builder().modelClient("a", a);
    builder.parts().backoff = new Backoff(() -> 0);
    return builder;
  }

  private static AgentResult<Integer> ask(
      AgentRuntime runtime, StepInfo info, ModelStep<Integer> call) {
    EntryPointInfo entry = ENTRY.step(info).reported();
    try (Run run = runtime.wiring(AGENT, info).start(entry)) {
      return AgentResult.of(run, run.call(info, step -> step.ask(call, PromptText.of("x"))));
    }
  }

  private static ModelClientException status(int status) {
    return new ModelClientException("Status " + status + ".", status, status >= 500, null, null);
  }

  /**
   * Returns a client that answers with these in turn: an exception is thrown, everything else is
   * the text.
   */
  private static FakeClient script(Object... answers) {
    AtomicInteger next = new AtomicInteger();
    return new FakeClient(
        request -> {
          Object answer = answers[Math.min(next.getAndIncrement(), answers.length - 1)];
          if (answer instanceof ModelClientException failure) {
            throw failure;
          }
          return answer instanceof ModelReply reply ? reply : FakeClient.reply((String) answer);
        });
  }

  private static List<String> reasons(AgentResult<?> result) {
    return result.report().steps().get(0).attempts().stream()
        .map(a -> a.number() + " " + a.reason() + " " + a.provider() + " " + model(a))
        .toList();
  }

  private static String model(AttemptReport attempt) {
    return attempt.answeredBy() == null ? attempt.model() : attempt.answeredBy();
  }

  // ---------------------------------------------------------------- retries

  @Test
  void aPassingFailureIsTriedAgainUnderTheSameKey() {
    FakeClient client = script(status(500), status(503), "{\"value\":3}");
    try (AgentRuntime runtime = builder(client).build()) {
      AgentResult<Integer> result = ask(runtime, ASK, NUMBER);
      assertThat(result.value()).isEqualTo(3);
      assertThat(reasons(result))
          .containsExactly("1 FIRST a one", "2 RETRY a one", "3 RETRY a gpt-real");
      ask(runtime, ASK, NUMBER);
    }
    assertThat(client.requests).hasSize(4);
    assertThat(client.requests.subList(0, 3))
        .extracting(request -> request.options().idempotencyKey())
        .containsOnly(client.requests.get(0).options().idempotencyKey())
        .doesNotContain(client.requests.get(3).options().idempotencyKey());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void thereAreAtMostSoManyAttempts(int most) {
    FakeClient client = script(status(500));
    try (AgentRuntime runtime = builder(client).build()) {
      ModelCallException thrown =
          catchThrowableOfType(
              ModelCallException.class, () -> ask(runtime, ASK.retry(most), NUMBER));
      assertThat(thrown.attempts()).isEqualTo(most);
      assertThat(client.requests).hasSize(most);
      if (most > 1) {
        assertThat(thrown).hasMessageEndingWith("It was asked " + most + " times.");
      }
    }
  }

  /** The repair counts as an attempt, too. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void answersThatDoNotFitAreAttemptsToo(int most) {
    FakeClient client = script(status(500), "no", status(500), "no", status(500));
    try (AgentRuntime runtime = builder(client).build()) {
      assertThatThrownBy(() -> ask(runtime, ASK.retry(most), NUMBER))
          .isInstanceOf(AgentException.class);
      assertThat(client.requests).hasSize(Math.min(most, 4));
    }
  }

  @Test
  void aSideEffectIsNeverTriedAgain() {
    FakeClient client = script(status(500));
    FakeClient unfit = script("no");
    try (AgentRuntime runtime = runtime(client, unfit)) {
      StepInfo effect = ASK.retry(5).withSideEffect();
      assertThatThrownBy(() -> ask(runtime, effect, NUMBER)).isInstanceOf(ModelCallException.class);
      AtomicInteger runs = new AtomicInteger();
      StepInfo code = StepInfo.code(AGENT, "code").retry(5).withSideEffect();
      assertThatThrownBy(() -> code(runtime, code, () -> fail(runs, 99)))
          .isInstanceOf(StepFailedException.class);
      assertThat(runs).hasValue(1);
    }
    assertThat(client.requests).hasSize(1);
  }

  @Test
  void aSpentBudgetIsSaid() throws Exception {
    FakeClient client = script(status(500));
    try (AgentRuntime runtime = builder(client).build()) {
      int calls = 300;
      List<Throwable> thrown = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        thrown.add(catchThrowableOfType(ModelCallException.class, () -> ask(runtime, ASK, NUMBER)));
      }
      assertThat(client.requests.size()).isGreaterThan(calls);
      assertThat(thrown.get(calls - 1))
          .hasMessageContaining("Step 'ask' of agent Onboarding got no answer from model a/one")
          .hasMessageContaining("the retry budget of provider a is spent");
      assertThat(thrown.get(0)).hasMessageNotContaining("budget");
    }
  }

  /** During a wait, a cancelled run holds no permit and sends no more requests. */
  @Test
  void aCancelEndsTheWaitBetweenAttempts() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    FakeClient client =
        new FakeClient(
            request -> {
              asked.countDown();
              throw new ModelClientException("wait", 503, true, Duration.ofMinutes(50), null);
            });
    EntryPointInfo noLimit = EntryPointInfo.of(AGENT, "e").within(EntryPointInfo.NO_TIMEOUT);
    try (AgentRuntime runtime =
        builder(client).configuration("stepwright.providers.a.max-concurrency", "1").build()) {
      CompletableFuture<Integer> future =
          runtime
              .wiring(AGENT, ASK)
              .async(noLimit, run -> run.call(ASK, step -> step.ask(NUMBER, PromptText.of(""))));
      Await.latch(asked);
      Await.until(
          "the permit is back during the wait", () -> permits(runtime) == 1 && !future.isDone());
      future.cancel(true);
    }
    // The call has waited until nothing was left of the run.
    assertThat(client.requests).hasSize(1);
  }

  private static int permits(AgentRuntime runtime) {
    try {
      return runtime.engine().models().clients().provider("a").availablePermits();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aWaitBeyondTheDeadlineIsNotBegun() {
    FakeClient client =
        script(new ModelClientException("Slow down.", 429, true, Duration.ofHours(1), null));
    try (AgentRuntime runtime = builder(client).build()) {
      assertThatThrownBy(() -> ask(runtime, ASK.within(Duration.ofSeconds(50)), NUMBER))
          .isInstanceOf(ModelCallException.class)
          .hasMessageContaining("Slow down.")
          .hasMessageContaining("the server asks for a wait of 3600.0 s, and only")
          .hasMessageMatching(".*only (4\\d|50)\\.\\d s are left.*");
      assertThat(client.requests).hasSize(1);
    }
  }

  // ---------------------------------------------------------------- repair

  @Test
  void anAnswerThatDoesNotFitIsRepaired() {
    FakeClient client = script("{\"value\":\"canary\"}", status(500), "{\"value\":4}");
    try (AgentRuntime runtime = builder(client).build()) {
      AgentResult<Integer> result = ask(runtime, ASK, NUMBER);
      assertThat(result.value()).isEqualTo(4);
      assertThat(reasons(result))
          .containsExactly("1 FIRST a gpt-real", "2 REPAIR a one", "3 RETRY a gpt-real");
      // The tokens of two answers, and none of the failure.
      assertThat(result.report().inputTokens()).isEqualTo(14);
      assertThat(result.report().outputTokens()).isEqualTo(6);
      assertThat(result.report().steps().get(0).attempts().get(0).failure().message())
          .contains("'value'")
          .doesNotContain("canary");
    }
    assertThat(Repairs.isOne(client.requests.get(0))).isFalse();
    ModelRequest repair = client.requests.get(1);
    assertThat(Repairs.rejected(repair)).isEqualTo("{\"value\":\"canary\"}");
    assertThat(repair.prompt()).contains("'value'").doesNotContain("canary");
    assertThat(repair.turns().subList(0, repair.turns().size() - 2))
        .isEqualTo(client.requests.get(0).turns());
    assertThat(repair.options().idempotencyKey())
        .isNotEqualTo(client.requests.get(0).options().idempotencyKey())
        .isEqualTo(client.requests.get(2).options().idempotencyKey());
    assertThat(client.requests.get(2).turns()).isEqualTo(repair.turns());
    assertThat(repair.toString() + repair.turns()).doesNotContain("canary");
  }

  @Test
  void thereIsOneRepairAndThenTheLastAnswerComesWithTheFailure() {
    FakeClient client = script("first", "second", "{\"value\":4}");
    try (AgentRuntime runtime = builder(client).build()) {
      ModelOutputException thrown =
          catchThrowableOfType(
              ModelOutputException.class, () -> ask(runtime, ASK.retry(9), NUMBER));
      assertThat(thrown.rawText()).isEqualTo("second");
      assertThat(client.requests).hasSize(2);
    }
  }

  @Test
  void anAnswerThatCannotBeRepairedIsStillTheFailure() {
    FakeClient client = script("unfit", status(401));
    try (AgentRuntime runtime = builder(client).build()) {
      ModelOutputException thrown =
          catchThrowableOfType(ModelOutputException.class, () -> ask(runtime, ASK, NUMBER));
      assertThat(thrown.rawText()).isEqualTo("unfit");
      assertThat(thrown).hasMessageContaining("not JSON").hasMessageContaining("Status 401.");
      assertThat(thrown.getCause()).isInstanceOf(ModelClientException.class);
    }
  }

  // ---------------------------------------------------------------- further models

  @Test
  void theNextModelIsAskedUnderAKeyOfItsOwn() {
    FakeClient a = script(status(500));
    FakeClient b = script("no", "{\"value\":5}");
    try (AgentRuntime runtime = runtime(a, b)) {
      AgentResult<Integer> result = ask(runtime, ASK, NUMBER.fallback("b/two"));
      assertThat(result.value()).isEqualTo(5);
      assertThat(reasons(result))
          .containsExactly(
              "1 FIRST a one",
              "2 RETRY a one",
              "3 RETRY a one",
              "4 FALLBACK b gpt-real",
              "5 REPAIR b gpt-real");
    }
    assertThat(b.requests.get(0).model()).isEqualTo("two");
    assertThat(b.requests.get(0).options().idempotencyKey())
        .isNotEqualTo(a.requests.get(0).options().idempotencyKey());
  }

  @Test
  void theLastModelsFailureCarriesTheEarlierOnes() {
    FakeClient a = script("first", "second");
    FakeClient b = script(status(404));
    FakeClient never = script("{\"value\":1}");
    try (AgentRuntime runtime = builder(a).modelClient("b", b).modelClient("c", never).build()) {
      ModelCallException thrown =
          catchThrowableOfType(
              ModelCallException.class, () -> ask(runtime, ASK, NUMBER.fallback("b/two", "b/x")));
      assertThat(thrown.status()).isEqualTo(404);
      assertThat(thrown.attempts()).isEqualTo(4);
      assertThat(thrown)
          .hasMessageContaining("got no answer from model b/x")
          .hasMessageContaining(
              "These models failed before it (see the suppressed exceptions): a/one, b/two");
      assertThat(thrown.getSuppressed()).hasSize(2);
      assertThat(((ModelOutputException) thrown.getSuppressed()[0]).rawText()).isEqualTo("second");
      assertThat(((ModelCallException) thrown.getSuppressed()[1]).attempts()).isEqualTo(1);
      assertThat(never.requests).isEmpty();
    }
  }

  @Test
  void aForkedStepsEarlierModelsAreSuppressedOnTheCallersThreadToo() {
    try (AgentRuntime runtime = runtime(script(status(401)), script(status(403)))) {
      CountDownLatch in = new CountDownLatch(1);
      ModelCallException thrown =
          catchThrowableOfType(
              ModelCallException.class,
              () -> {
                try (Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
                  Forked<Integer> forked =
                      run.fork(
                          ASK,
                          step -> {
                            in.countDown();
                            return step.ask(NUMBER.fallback("b/two"), PromptText.of("x"));
                          });
                  run.perform(Agents.A, step -> Await.latch(in));
                  forked.join();
                }
              });
      assertThat(thrown.status()).isEqualTo(403);
      assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(ModelCallException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 422})
  void aRequestThatIsWrongIsWrongEverywhere(int status) {
    FakeClient b = script("{\"value\":5}");
    try (AgentRuntime runtime = runtime(script(status(status)), b)) {
      assertThatThrownBy(() -> ask(runtime, ASK, NUMBER.fallback("b/two")))
          .isInstanceOf(ModelCallException.class)
          .hasMessageContaining("a/one");
      assertThat(b.requests).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LENGTH", "CONTENT_FILTER", "REFUSAL"})
  void anAnswerThatIsCutOrRefusedIsNotRepairedButMayComeFromAnother(ModelReply.Finish finish) {
    FakeClient a = script(new ModelReply("{\"value\":1}", "m", finish, 1, 1));
    FakeClient b = script("{\"value\":5}");
    try (AgentRuntime runtime = runtime(a, b)) {
      assertThatThrownBy(() -> ask(runtime, ASK, NUMBER)).isInstanceOf(ModelOutputException.class);
      assertThat(a.requests).hasSize(1);
      assertThat(ask(runtime, ASK, NUMBER.fallback("b/two")).value()).isEqualTo(5);
      assertThat(a.requests).hasSize(2);
    }
  }

  // ---------------------------------------------------------------- limits

  @Test
  void aModelWhoseServerTakesNoMoreIsLeftAloneUntilItDoes() {
    Duration reset = Duration.ofMillis(120);
    List<Long> times = new ArrayList<>();
    FakeClient client =
        new FakeClient(
            request -> {
              times.add(System.nanoTime());
              ModelReply reply = FakeClient.reply("{\"value\":1}");
              return reply.with(new RateLimit(times.size() == 1 ? 0 : 9, 0, reset));
            });
    try (AgentRuntime runtime = builder(client).build()) {
      ask(runtime, ASK, NUMBER);
      AgentResult<Integer> second = ask(runtime, ASK, NUMBER);
      assertThat(second.report().steps().get(0).attempts().get(0).waited()).isPositive();
      assertThat(times.get(1) - times.get(0)).isGreaterThanOrEqualTo(reset.toNanos());
    }
  }

  @Test
  void aResetBeyondTheDeadlineFailsWithoutARequestOrGoesToAnotherModel() {
    FakeClient a =
        new FakeClient(
            request ->
                FakeClient.reply("{\"value\":1}").with(new RateLimit(0, 0, Duration.ofMinutes(6))));
    FakeClient b = script("{\"value\":5}");
    try (AgentRuntime runtime = runtime(a, b)) {
      StepInfo quick = ASK.within(Duration.ofSeconds(20));
      ask(runtime, quick, NUMBER);
      ModelCallException thrown =
          catchThrowableOfType(ModelCallException.class, () -> ask(runtime, quick, NUMBER));
      assertThat(thrown.attempts()).isZero();
      assertThat(thrown.status()).isEqualTo(429);
      assertThat(thrown)
          .hasMessageContaining("Provider a has said that it takes no more requests for model one");
      assertThat(ask(runtime, quick, NUMBER.fallback("b/two")).value()).isEqualTo(5);
      assertThat(a.requests).hasSize(1);
      // The server has reported no limit for another model.
      assertThat(ask(runtime, quick, callOf("a/other")).value()).isEqualTo(1);
    }
  }

  private static ModelStep<Integer> callOf(String model) {
    return ModelStep.json(AGENT, "Number", model, "{}", json -> json.field("value").asInt());
  }

  /** One permit at the provider, and nested agents that all need it. */
  @Test
  void nestedAgentsNeverWaitForThePlaceOfTheirCaller() {
    FakeClient client = script("{\"value\":1}");
    try (AgentRuntime runtime =
        builder(client).configuration("stepwright.providers.a.max-concurrency", "1").build()) {
      // A decoder is user code, and runs when the answer is there.
      ModelStep<Integer> nesting =
          ModelStep.json(
              AGENT,
              "Number",
              "a/one",
              "{}",
              json -> json.field("value").asInt() + ask(runtime, ASK, NUMBER).value());
      try (Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
        List<Forked<Integer>> forked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          forked.add(run.fork(ASK, step -> step.ask(nesting, PromptText.of("outer"))));
        }
        assertThat(forked).extracting(Forked::join).containsOnly(2);
        run.result(1);
      }
      assertThat(client.requests).hasSize(16);
    }
  }

  // ---------------------------------------------------------------- code steps

  private interface Body {
    Object run() throws Exception;
  }

  private static AgentResult<Object> code(AgentRuntime runtime, StepInfo info, Body body) {
    try (Run run = runtime.wiring(AGENT, info).start(ENTRY.step(info).reported())) {
      return AgentResult.of(run, run.call(info, step -> body.run()));
    }
  }

  private static String fail(AtomicInteger runs, int times) throws Exception {
    if (runs.incrementAndGet() <= times) {
      throw new java.io.IOException("run " + runs);
    }
    return "run " + runs;
  }

  @Test
  void aCodeStepIsTriedAgainOnlyIfItSaysSo() {
    try (AgentRuntime runtime = builder(script("x")).build()) {
      StepInfo plain = StepInfo.code(AGENT, "code");
      AtomicInteger once = new AtomicInteger();
      assertThatThrownBy(() -> code(runtime, plain, () -> fail(once, 1)))
          .isInstanceOf(StepFailedException.class);
      assertThat(once).hasValue(1);
      AtomicInteger thrice = new AtomicInteger();
      AgentResult<Object> result = code(runtime, plain.retry(3), () -> fail(thrice, 2));
      assertThat(result.value()).isEqualTo("run 3");
      List<AttemptReport> attempts = result.report().steps().get(0).attempts();
      assertThat(attempts)
          .extracting(AttemptReport::reason)
          .containsExactly(AttemptReason.FIRST, AttemptReason.RETRY, AttemptReason.RETRY);
      assertThat(attempts.get(0).failure().message()).contains("run 1");
      assertThat(attempts.get(2).failure()).isNull();
      assertThat(result.report().inputTokens()).isZero();
      assertThat(result.report().toText()).contains("3 attempts");
      AtomicInteger never = new AtomicInteger();
      assertThatThrownBy(() -> code(runtime, plain.retry(4), () -> fail(never, 99)))
          .isInstanceOf(StepFailedException.class)
          .hasRootCauseMessage("run 4");
      assertThat(never).hasValue(4);
    }
  }

  @Test
  void whatAnAgentHasTriedAlreadyAndErrorsAreNotTriedAgain() {
    FakeClient client = script(status(401));
    try (AgentRuntime runtime = builder(client).build()) {
      StepInfo code = StepInfo.code(AGENT, "code").retry(5);
      assertThatThrownBy(() -> code(runtime, code, () -> ask(runtime, ASK, NUMBER)))
          .isInstanceOf(ModelCallException.class);
      assertThat(client.requests).hasSize(1);
      AtomicInteger runs = new AtomicInteger();
      assertThatThrownBy(
              () ->
                  code(
                      runtime,
                      code,
                      () -> {
                        runs.incrementAndGet();
                        throw new AssertionError("no");
                      }))
          .isInstanceOf(StepFailedException.class);
      assertThat(runs).hasValue(1);
    }
  }

  @Test
  void aLateAttemptOfACodeStepIsStoppedAndTheNextIsWhole() {
    try (AgentRuntime runtime = builder(script("x")).build()) {
      StepInfo code = StepInfo.code(AGENT, "code").retry(2).attemptWithin(Duration.ofMillis(200));
      AtomicInteger runs = new AtomicInteger();
      AgentResult<Object> result =
          code(
              runtime,
              code,
              () -> {
                if (runs.incrementAndGet() < 2) {
                  new CountDownLatch(1).await();
                }
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                return "in time";
              });
      assertThat(result.value()).isEqualTo("in time");
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      assertThatThrownBy(() -> code(runtime, code, () -> awaitForEver(runs)))
          .isInstanceOf(StepTimeoutException.class)
          .hasMessageContaining("200 ms in the last of its 2 attempts");
      assertThat(runs).hasValue(4);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  private static Object awaitForEver(AtomicInteger runs) throws InterruptedException {
    runs.incrementAndGet();
    new CountDownLatch(1).await();
    return "never";
  }

  /** The body swallows the interrupt, so only the run knows that it was cancelled. */
  @Test
  void aCancelledCodeStepIsNotTriedAgain() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    try (AgentRuntime runtime = builder(script("x")).build()) {
      StepInfo code = StepInfo.code(AGENT, "code").retry(1_000);
      CountDownLatch in = new CountDownLatch(1);
      CompletableFuture<Object> future =
          runtime
              .wiring(AGENT, code)
              .async(
                  ENTRY,
                  run ->
                      run.call(
                          code,
                          step -> {
                            if (runs.incrementAndGet() > 1) {
                              throw new AssertionError("executed again");
                            }
                            in.countDown();
                            try {
                              new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                              throw new IllegalStateException("hidden");
                            }
                            return "never";
                          }));
      Await.latch(in);
      future.cancel(true);
    }
    assertThat(runs).hasValue(1);
  }

  /** Many short runs: in some the timer fires first, in others an attempt finds no time left. */
  @Test
  void theStepsOwnLimitCountsOverAllAttempts() {
    try (AgentRuntime runtime = builder(script("x")).build()) {
      StepInfo code = StepInfo.code(AGENT, "code").retry(1_000_000).within(Duration.ofMillis(10));
      AtomicInteger runs = new AtomicInteger();
      for (int i = 0; i < 60; i++) {
        assertThatThrownBy(() -> code(runtime, code, () -> fail(runs, Integer.MAX_VALUE)))
            .isInstanceOf(StepTimeoutException.class);
      }
      assertThat(runs).hasValueGreaterThan(60);
    }
  }
}
