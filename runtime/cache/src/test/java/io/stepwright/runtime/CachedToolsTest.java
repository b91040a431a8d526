package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.Turn;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import io.stepwright.wiring.ToolUse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Remembered answers of steps whose models call tools. */
@Timeout(60)
class CachedToolsTest {

  private static final ToolInfo CLOCK = ToolInfo.of(AGENT, "clock", "The time.", "{}").readOnly();
  private static final ModelStep<String> TEXT = ModelStep.text(AGENT, "ask", "gpt");
  private static final ModelStep<String> ASK = TEXT.cached(CacheRule.of("fingerprint"));
  private static final CacheKey KEY = new CacheKey().exact("q", "x");

  private final List<RunEvent> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger executed = new AtomicInteger();
  private StepTools tools = StepTools.of(CLOCK);
  private Callable<String> clock = () -> "noon";

  /** Calls the tool in the first turn, and answers with its results in the second. */
  private static FakeClient client(String... calls) {
    return new FakeClient(
        request -> {
          if (request.turns().size() > 1) {
            return FakeClient.reply("answer to " + results(request));
          }
          ToolCall[] made = new ToolCall[calls.length];
          for (int i = 0; i < calls.length; i++) {
            made[i] = new ToolCall("c" + i, calls[i], "{}");
          }
          ModelReply reply = FakeClient.reply("");
          return reply.calling(List.of(made));
        });
  }

  private static List<String> results(ModelRequest request) {
    return request.turns().stream()
        .filter(Turn.ToolResult.class::isInstance)
        .map(Turn::display)
        .toList();
  }

  private ToolUse.Done use(ToolUse call) throws Exception {
    return call.run(
        () -> {
          executed.incrementAndGet();
          return clock.call();
        },
        JsonWriter::string);
  }

  private AgentRuntime runtime(FakeClient client) {
    return AgentRuntime.builder()
        .modelClient("openai", client)
        .configuration("stepwright.cache.timeout", "20s")
        .listener(Immediately.tell(events::add))
        .build();
  }

  private String ask(AgentRuntime runtime) {
    try (Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
      return run.result(
          run.call(
              ASK, step -> step.cached(KEY).tools(tools, this::use).ask(TEXT, PromptText.of("?"))));
    }
  }

  private List<CacheOutcome> outcomes() {
    return events.stream()
        .filter(RunEvent.CacheLookedUp.class::isInstance)
        .map(event -> ((RunEvent.CacheLookedUp) event).lookup().outcome())
        .toList();
  }

  @Test
  void anAnswerAfterCallsThatReturnedIsRememberedAndRunsNoToolAgain() {
    FakeClient client = client("clock");
    try (AgentRuntime runtime = runtime(client)) {
      String first = ask(runtime);
      assertThat(ask(runtime)).isEqualTo(first).contains("noon");
    }
    assertThat(client.requests).hasSize(2);
    assertThat(executed).hasValue(1);
    assertThat(outcomes()).containsExactly(CacheOutcome.MISS, CacheOutcome.EXACT);
  }

  @Test
  void aRememberedResultDoesNotKeepAnAnswerFromTheCache() {
    FakeClient client = client("clock", "clock");
    try (AgentRuntime runtime = runtime(client)) {
      assertThat(ask(runtime)).isEqualTo(ask(runtime));
    }
    assertThat(client.requests).hasSize(2);
    assertThat(executed).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fails", "refuses", "too many", "unknown"})
  void anAnswerAfterACallWithoutAResultIsNotRemembered(String manner) {
    FakeClient client =
        switch (manner) {
          case "too many" -> client("clock", "clock");
          case "unknown" -> client("clock", "watch");
          default -> client("clock");
        };
    if (manner.equals("too many")) {
      tools = StepTools.of(ToolInfo.of(AGENT, "clock", "The time.", "{}").atMost(1));
    }
    clock =
        () ->
            switch (manner) {
              case "fails" -> throw new IOException("gone");
              case "refuses" -> throw new ToolRefusal("not now");
              default -> "noon";
            };
    try (AgentRuntime runtime = runtime(client)) {
      ask(runtime);
      ask(runtime);
    }
    assertThat(client.requests).hasSize(4);
    assertThat(executed).hasValue(2);
    assertThat(outcomes()).containsExactly(CacheOutcome.MISS, CacheOutcome.MISS);
  }

  @Test
  void aFailureInAnEarlierTurnCountsToo() {
    FakeClient client =
        new FakeClient(
            request ->
                request.turns().size() < 5
                    ? FakeClient.reply("").calling(List.of(new ToolCall("c", "clock", "{}")))
                    : FakeClient.reply("late answer"));
    clock =
        () -> {
          if (executed.get() % 2 == 1) {
            throw new IOException("gone");
          }
          return "noon";
        };
    try (AgentRuntime runtime = runtime(client)) {
      ask(runtime);
      ask(runtime);
    }
    assertThat(executed).as("each run fails once, then gets a result").hasValue(4);
    assertThat(client.requests).hasSize(6);
  }

  @Test
  void aRunThatWaitsGetsAnAnswerAfterCallsThatReturned() throws Exception {
    assertThat(two(false))
        .containsExactlyInAnyOrder("answer to [\"noon\"]", "answer to [\"noon\"]");
    assertThat(executed).hasValue(1);
    assertThat(outcomes()).containsExactlyInAnyOrder(CacheOutcome.MISS, CacheOutcome.SHARED);
  }

  @Test
  void aRunThatWaitsAsksItselfAfterAFailureOfTheOther() throws Exception {
    assertThat(two(true))
        .containsExactlyInAnyOrder("answer to [failed: IOException]", "answer to [\"noon\"]");
    assertThat(executed).hasValue(2);
    assertThat(outcomes()).doesNotContain(CacheOutcome.SHARED);
  }

  /** Asks twice at the same time; the tool of the first one may fail. */
  private List<String> two(boolean failsFirst) throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    clock =
        () -> {
          in.countDown();
          Await.latch(go);
          if (failsFirst && executed.get() == 1) {
            throw new IOException("gone");
          }
          return "noon";
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (AgentRuntime runtime = runtime(client("clock"))) {
      Future<String> first = threads.submit(() -> ask(runtime));
      Await.latch(in);
      AtomicInteger waiter = new AtomicInteger();
      Thread[] second = new Thread[1];
      Future<String> other =
          threads.submit(
              () -> {
                second[0] = Thread.currentThread();
                waiter.incrementAndGet();
                return ask(runtime);
              });
      // Nothing tells from outside that the second one waits, except for its thread.
      Await.until(
          "the second run waits",
          () ->
              waiter.get() == 1
                  && second[0] != null
                  && List.of(second[0].getStackTrace()).stream()
                      .anyMatch(frame -> frame.getClassName().contains("Flight")));
      go.countDown();
      return List.of(first.get(), other.get());
    } finally {
      threads.shutdown();
    }
  }
}
