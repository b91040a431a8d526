package io.stepwright.openai.client;

import static io.stepwright.openai.client.Agents.AGENT;
import static io.stepwright.openai.client.Agents.COUNT;
import static io.stepwright.openai.client.Agents.ENTRY;
import static io.stepwright.openai.client.Agents.NUMBER;
import static io.stepwright.openai.client.Agents.ask;
import static io.stepwright.openai.client.Agents.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.report.AttemptReport;
import io.stepwright.report.RunReport;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.runtime.RunTimeoutException;
import io.stepwright.spi.AttemptReason;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slow, unavailable or faulty servers, observed from the server. */
@Timeout(120)
class ResilienceTest {

  private static final Answer FIVE = Answer.text("{\"value\":5}");
  private static final Answer OVERLOADED = Answer.error(503, "overloaded", "overloaded");

  /** A script that answers in turn and records the time of each request. */
  private static final class Timed implements Function<Received, Answer> {
    final List<Long> times = new CopyOnWriteArrayList<>();
    private final List<Answer> answers;

    Timed(Answer... answers) {
      this.answers = List.of(answers);
    }

    @Override
    public Answer apply(Received request) {
      times.add(System.nanoTime());
      return answers.get(Math.min(times.size(), answers.size()) - 1);
    }

    long gapMillis(int after) {
      return (times.get(after) - times.get(after - 1)) / 1_000_000;
    }
  }

  // ---------------------------------------------------------------- waits and deadlines

  @ParameterizedTest
  @CsvSource({
    "Retry-After, 1, 1000",
    "Retry-After, 0.3, 300",
    "retry-after-ms, 250, 250",
    "Retry-After, date, 1000",
  })
  void theServersWaitIsKept(String header, String value, long atLeast) {
    Timed script = new Timed(OVERLOADED, FIVE);
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Agents.runtime(server)) {
      server.answer(request -> script.apply(request).header(header, value(value)));
      AgentResult<Integer> result = reported(runtime, ENTRY, COUNT, NUMBER);
      assertThat(result.value()).isEqualTo(5);
      assertThat(script.gapMillis(1)).isGreaterThanOrEqualTo(atLeast);
      AttemptReport second = result.report().steps().get(0).attempts().get(1);
      assertThat(second.reason()).isEqualTo(AttemptReason.RETRY);
      assertThat(second.waited()).isPositive();
    }
  }

  /** Returns the header; a date has whole seconds, so two seconds from now means at least one. */
  private static String value(String value) {
    return value.equals("date")
        ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2))
        : value;
  }

  @Test
  void aWaitOfAnHourIsRefusedAtOnce() {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Agents.runtime(server)) {
      server.answer(OVERLOADED.header("Retry-After", "3600"));
      // The call ends before the limit of the run.
      assertThatThrownBy(() -> ask(runtime, COUNT, NUMBER))
          .isInstanceOf(ModelCallException.class)
          .hasMessageContaining(
              "It was not asked again: the server asks for a wait of 3600.0 s, and only");
      assertThat(server.count()).isEqualTo(1);
    }
  }

  @Test
  void theDeadlineIsOverAllAttempts() {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Agents.runtime(server)) {
      server.answer(OVERLOADED);
      EntryPointInfo quick = ENTRY.within(Duration.ofMillis(700));
      assertThatThrownBy(() -> reported(runtime, quick, COUNT.retry(1_000_000), NUMBER))
          .isInstanceOf(RunTimeoutException.class);
      assertThat(server.count()).isBetween(1, 100);
    }
  }

  @Test
  void aCancelBetweenAttemptsEndsTheCall() throws Exception {
    try (ModelServer server = ModelServer.http()) {
      server.answer(OVERLOADED.header("Retry-After", "50"));
      try (AgentRuntime runtime = Agents.runtime(server)) {
        CompletableFuture<Integer> future =
            runtime
                .wiring(AGENT, COUNT)
                .async(ENTRY, run -> run.call(COUNT, step -> step.ask(NUMBER, PromptText.of(""))));
        server.awaitCount(1);
        server.awaitInFlight(0);
        future.cancel(true);
      }
      // The call has waited until nothing was left of the run.
      assertThat(server.count()).isEqualTo(1);
    }
  }

  // ---------------------------------------------------------------- what is sent again

  @Test
  void theSameQuestionHasTheSameKeyAndARepairShowsTheAnswer() {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Agents.runtime(server)) {
      server.next(OVERLOADED, Answer.text("{\"value\":null}"), FIVE);
      assertThat(ask(runtime, COUNT, NUMBER)).isEqualTo(5);
      List<Received> requests = server.requests();
      assertThat(requests).hasSize(3);
      assertThat(key(requests.get(1))).isEqualTo(key(requests.get(0)));
      assertThat(requests.get(1).body()).isEqualTo(requests.get(0).body());
      assertThat(key(requests.get(2))).isNotEqualTo(key(requests.get(0)));
      JsonNode messages = requests.get(2).json().path("messages");
      assertThat(messages)
          .extracting(m -> m.path("role").asText())
          .containsExactly("user", "assistant", "user");
      assertThat(messages.path(0)).isEqualTo(requests.get(0).json().path("messages").path(0));
      assertThat(messages.path(1).path("content").asText()).isEqualTo("{\"value\":null}");
      assertThat(messages.path(2).path("content").asText())
          .contains("'value' is null.")
          .contains("only the JSON");
      assertThat(requests.get(2).schema()).isEqualTo(requests.get(0).schema());
    }
  }

  @Test
  void anEmptyAnswerIsNotSentBackAsAMessage() {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Agents.runtime(server)) {
      server.next(Answer.text(" "), FIVE);
      assertThat(ask(runtime, COUNT, NUMBER)).isEqualTo(5);
      JsonNode messages = server.requests().get(1).json().path("messages");
      assertThat(messages).hasSize(1);
      assertThat(messages.path(0).path("content").asText())
          .startsWith("How many?\n\n")
          .contains("empty");
    }
  }

  private static String key(Received request) {
    return request.header("idempotency-key");
  }

  // ---------------------------------------------------------------- load on a provider

  /** Every call fails and would otherwise be sent three times. */
  @Test
  void underTotalFailureTheBudgetBoundsTheRequests() throws Exception {
    int calls = 600;
    int threads = 8;
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Agents.runtime(server)) {
      server.answer(OVERLOADED);
      AtomicInteger left = new AtomicInteger(calls);
      List<CompletableFuture<Void>> workers = new ArrayList<>();
      AtomicInteger refused = new AtomicInteger();
      long start = System.nanoTime();
      for (int i = 0; i < threads; i++) {
        workers.add(
            CompletableFuture.runAsync(
                () -> {
                  while (left.getAndDecrement() > 0) {
                    Throwable thrown = catchThrowable(() -> ask(runtime, COUNT, NUMBER));
                    assertThat(thrown).isInstanceOf(ModelCallException.class);
                    if (thrown.getMessage().contains("retry budget")) {
                      refused.incrementAndGet();
                    }
                  }
                },
                task -> new Thread(task).start()));
      }
      workers.forEach(CompletableFuture::join);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "total failure: %d calls, %d requests in %.1f s%n", calls, server.count(), seconds);
      assertThat(server.count())
          .isGreaterThan(calls)
          .isLessThanOrEqualTo((int) (1.2 * calls + 10 * (seconds + 10)));
      assertThat(refused).hasPositiveValue();
    }
  }

  @Test
  void theOnlyPlaceIsFreeDuringAWait() throws Exception {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime =
            Agents.builder(server)
                .configuration("stepwright.providers.local.max-concurrency", "1")
                .build()) {
      server.next(OVERLOADED.header("Retry-After", "50")).answer(FIVE);
      CompletableFuture<Integer> waiting =
          runtime
              .wiring(AGENT, COUNT)
              .async(ENTRY, run -> run.call(COUNT, step -> step.ask(NUMBER, PromptText.of(""))));
      server.awaitCount(1);
      assertThat(ask(runtime, COUNT, NUMBER)).isEqualTo(5);
      assertThat(waiting).isNotDone();
      waiting.cancel(true);
    }
  }

  /** Outer agents hold no permit while they wait for inner ones. */
  @Test
  void nestedAgentsShareOnePlace() {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime =
            Agents.builder(server)
                .configuration("stepwright.providers.local.max-concurrency", "1")
                .build()) {
      server.answer(FIVE);
      StepInfo outer = StepInfo.code(AGENT, "outer");
      try (Run run = runtime.wiring(AGENT, COUNT).start(ENTRY)) {
        List<Forked<Integer>> forked = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
          forked.add(
              run.fork(outer, step -> ask(runtime, COUNT, NUMBER) + ask(runtime, COUNT, NUMBER)));
        }
        assertThat(forked).extracting(Forked::join).containsOnly(10);
        run.result(1);
      }
      assertThat(server.count()).isEqualTo(40);
      assertThat(server.mostInFlight()).isEqualTo(1);
    }
  }

  /** With a limit, requests are sent one by one; without it, all after the reset. */
  @ParameterizedTest
  @CsvSource({"300ms, 0, 300", "6s, 20, 300"})
  void callsWaitUntilTheServerTakesThem(String reset, int limit, long atLeast) {
    Answer full =
        FIVE.header("x-ratelimit-remaining-requests", "0")
            .header("x-ratelimit-reset-requests", reset)
            .header("x-ratelimit-limit-requests", String.valueOf(limit));
    Timed script = new Timed(full, FIVE.header("x-ratelimit-remaining-requests", "3"));
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Agents.runtime(server)) {
      server.answer(script);
      ask(runtime, COUNT, NUMBER);
      ask(runtime, COUNT, NUMBER);
      assertThat(script.gapMillis(1)).isGreaterThanOrEqualTo(atLeast);
      assertThat(server.count()).as("nobody was sent away").isEqualTo(2);
    }
  }

  // ---------------------------------------------------------------- figures and addresses

  /** Answers, repairs, failures, a further model, and steps side by side. */
  @Test
  void theReportsTokensAreTheServers() {
    AtomicLong in = new AtomicLong();
    AtomicLong out = new AtomicLong();
    AtomicInteger number = new AtomicInteger();
    Function<Received, Answer> script =
        request -> {
          int n = number.incrementAndGet();
          if (n % 4 == 0) {
            return OVERLOADED;
          }
          boolean other = request.json().path("model").asText().equals("other");
          Completion completion =
              Completion.of(request)
                  .text(other ? "{\"value\":5}" : "No number.")
                  .usage(100 + n, 7 * n);
          in.addAndGet(100 + n);
          out.addAndGet(7L * n);
          return Answer.chat(r -> completion);
        };
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Agents.runtime(server)) {
      server.answer(script);
      List<StepInfo> steps = new ArrayList<>();
      EntryPointInfo entry = ENTRY.reported();
      for (int i = 0; i < 6; i++) {
        ModelStep<String> step =
            ModelStep.text(AGENT, "s" + i, "local/tiny").fallback("local/other").retry(9);
        steps.add(step);
        entry = entry.step(step);
      }
      RunReport report;
      try (Run run = runtime.wiring(AGENT, steps.toArray(StepInfo[]::new)).start(entry)) {
        List<Forked<Integer>> forked = new ArrayList<>();
        for (StepInfo step : steps) {
          forked.add(
              run.fork(step, it -> it.ask(NUMBER.fallback("local/other"), PromptText.of(""))));
        }
        assertThat(forked).extracting(Forked::join).containsOnly(5);
        report = AgentResult.of(run, 1).report();
      }
      assertThat(report.inputTokens()).isEqualTo(in.get()).isPositive();
      assertThat(report.outputTokens()).isEqualTo(out.get());
      assertThat(report.steps().stream().mapToInt(s -> s.attempts().size()).sum())
          .isEqualTo(server.count());
      assertThat(report.steps())
          .flatExtracting(s -> s.attempts().stream().map(AttemptReport::reason).toList())
          .contains(
              AttemptReason.FIRST,
              AttemptReason.RETRY,
              AttemptReason.REPAIR,
              AttemptReason.FALLBACK);
    }
  }

  @ParameterizedTest
  @CsvSource({"301", "302", "303", "307", "308", "503"})
  void noServerSendsACallElsewhere(int status) {
    try (ModelServer server = ModelServer.http();
        ModelServer stranger = ModelServer.http();
        AgentRuntime runtime = Agents.runtime(server)) {
      String url = stranger.baseUrl() + "/chat/completions";
      server.answer(
          Answer.error(status, "x", "y")
              .header("Location", url)
              .header("Content-Location", url)
              .header("Refresh", "0; url=" + url)
              .header("Alt-Svc", "h2=\"127.0.0.1:" + stranger.port() + "\"; ma=60")
              .header("OpenAI-Base-URL", stranger.baseUrl()));
      assertThatThrownBy(() -> ask(runtime, COUNT, NUMBER.fallback("local/other")))
          .isInstanceOf(ModelCallException.class);
      assertThat(server.count()).isGreaterThanOrEqualTo(2);
      assertThat(stranger.count()).isZero();
    }
  }
}
