package io.stepwright.runtime;

import static io.stepwright.runtime.ToolDesk.CLOCK;
import static io.stepwright.runtime.ToolDesk.NUMBER;
import static io.stepwright.runtime.ToolDesk.ORDERS;
import static io.stepwright.runtime.ToolDesk.REFUND;
import static io.stepwright.runtime.ToolDesk.SOLVE;
import static io.stepwright.runtime.ToolDesk.calls;
import static io.stepwright.runtime.ToolDesk.clock;
import static io.stepwright.runtime.ToolDesk.orders;
import static io.stepwright.runtime.ToolDesk.refund;
import static io.stepwright.runtime.ToolDesk.results;
import static io.stepwright.runtime.ToolDesk.script;
import static io.stepwright.runtime.ToolDesk.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.Turn;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepTools;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The turns of a model with tools, counted at the client and in the tools. */
@Timeout(60)
class ToolLoopTest {

  private final ToolDesk desk = new ToolDesk();

  private <T> T run(FakeClient client, ModelStep<T> question) {
    try (AgentRuntime runtime = desk.runtime(client).build()) {
      return desk.run(runtime, question);
    }
  }

  private ToolBudgetException budget(FakeClient client) {
    return catchThrowableOfType(ToolBudgetException.class, () -> run(client, SOLVE));
  }

  // ---------------------------------------------------------------- turns

  @Test
  void resultsFollowTheCallsInTheirOrder() {
    FakeClient client =
        script(
            calls(refund("b", 5), orders("a", ToolDesk.Status.OPEN), clock("c")), "{\"value\":3}");
    assertThat(run(client, NUMBER)).isEqualTo(3);

    ModelRequest first = client.requests.get(0);
    assertThat(first.tools()).isEqualTo(desk.tools.specs());
    assertThat(first.options().toolChoice()).isEqualTo(ToolChoice.AUTO);
    assertThat(first.schema()).isNotNull();
    assertThat(first.turns()).hasSize(1);

    ModelRequest second = client.requests.get(1);
    assertThat(second.turns()).hasSize(5);
    assertThat(second.turns().get(0)).isEqualTo(first.turns().get(0));
    assertThat(((Turn.Model) second.turns().get(1)).calls())
        .containsExactly(refund("b", 5), orders("a", ToolDesk.Status.OPEN), clock("c"));
    assertThat(results(second))
        .containsExactly(
            new Turn.ToolResult("b", "\"paid 5\"", false),
            new Turn.ToolResult("a", "\"orders of c7 OPEN\"", false),
            new Turn.ToolResult("c", "\"noon\"", false));
    assertThat(second.options().idempotencyKey()).isNotEqualTo(first.options().idempotencyKey());
    assertThat(client.requests).hasSize(2);
    assertThat(desk.executed).hasSize(3).last().isEqualTo("refund o1 5");
  }

  @Test
  void aTurnIsRepeatedWithTheSameKeyAndRunsNoToolTwice() {
    FakeClient.Answer overloaded =
        request -> {
          throw new ModelClientException("Status 503.", 503, true, null, null);
        };
    FakeClient client =
        script(overloaded, calls(refund("a", 1)), overloaded, overloaded, "finished");
    assertThat(run(client, SOLVE)).isEqualTo("finished");
    assertThat(desk.executed).containsExactly("refund o1 1");
    List<String> keys =
        client.requests.stream().map(request -> request.options().idempotencyKey()).toList();
    assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    assertThat(Set.copyOf(keys.subList(2, 5))).hasSize(1);
    assertThat(client.requests.get(4).turns()).isEqualTo(client.requests.get(2).turns());
  }

  @Test
  void aFallbackGoesOnWithTheTurnsSoFarToTheEnd() {
    FakeClient.Answer gone =
        request -> {
          throw new ModelClientException("Status 404.", 404, false, null, null);
        };
    FakeClient client =
        script(calls(refund("a", 1)), gone, calls(refund("b", 2)), "finished by the other");
    assertThat(run(client, SOLVE.fallback("other"))).isEqualTo("finished by the other");
    assertThat(client.requests)
        .extracting(ModelRequest::model)
        .containsExactly("gpt", "gpt", "other", "other");
    assertThat(client.requests.get(2).turns()).isEqualTo(client.requests.get(1).turns());
    assertThat(results(client.requests.get(2))).hasSize(1);
    assertThat(desk.executed).containsExactly("refund o1 1", "refund o1 2");
    Set<String> keys = new HashSet<>();
    client.requests.forEach(request -> keys.add(request.options().idempotencyKey()));
    assertThat(keys).hasSize(4);
  }

  @Test
  void aCutAnswerRunsNoTool() {
    ModelReply cut =
        new ModelReply(
            "",
            List.of(refund("a", 1)),
            "m",
            ModelReply.Finish.LENGTH,
            1,
            1,
            null,
            null,
            null,
            ModelReply.UNKNOWN);
    ModelOutputException thrown =
        catchThrowableOfType(ModelOutputException.class, () -> run(script(cut), SOLVE));
    assertThat(thrown).hasMessageContaining("cut off");
    assertThat(desk.executed).isEmpty();
  }

  @Test
  void callsOfAServerThatSaysItStoppedAsUsualAreExecuted() {
    ModelReply reply =
        new ModelReply(
            "",
            List.of(clock("a")),
            "m",
            ModelReply.Finish.COMPLETE,
            1,
            1,
            null,
            null,
            null,
            ModelReply.UNKNOWN);
    assertThat(run(script(reply, "x"), SOLVE)).isEqualTo("x");
    assertThat(desk.executed).containsExactly("clock");
  }

  @Test
  void aReplyThatOnlySaysItCallsToolsIsRepaired() {
    ModelReply empty = FakeClient.reply("").calling(List.of());
    FakeClient client = script(empty, "x");
    assertThat(run(client, SOLVE)).isEqualTo("x");
    assertThat(client.requests.get(1).prompt()).contains("calls none");
  }

  @Test
  void aRepairIsATurn() {
    desk.tools = desk.tools.turns(3);
    FakeClient client = script(calls(clock("a")), "no JSON", "{\"value\":4}");
    assertThat(run(client, NUMBER)).isEqualTo(4);
    assertThat(client.requests)
        .extracting(request -> request.options().toolChoice())
        .containsExactly(ToolChoice.AUTO, ToolChoice.AUTO, ToolChoice.NONE);
    ModelRequest repair = client.requests.get(2);
    assertThat(repair.turns()).hasSize(5);
    assertThat(repair.turns().get(3)).isEqualTo(new Turn.Model("no JSON"));
    assertThat(repair.prompt()).contains("cannot be used");

    desk.tools = desk.tools.turns(2);
    ModelOutputException thrown =
        catchThrowableOfType(
            ModelOutputException.class, () -> run(script(calls(clock("a")), "no JSON"), NUMBER));
    assertThat(thrown).hasMessageContaining("'solve'");
  }

  @Test
  void aRefusedAnswerIsRepairedAsOftenAsAttemptsAllow() {
    var checked =
        NUMBER.check("large", value -> value > 5 ? Optional.empty() : Optional.of("too small"));
    FakeClient client =
        script(calls(clock("a")), "{\"value\":1}", "{\"value\":2}", "{\"value\":6}");
    assertThat(run(client, checked)).isEqualTo(6);
    assertThat(client.requests.get(3).turns())
        .as("the model sees its last answer, and not those before")
        .hasSameSizeAs(client.requests.get(2).turns());
    ModelOutputException thrown =
        catchThrowableOfType(
            ModelOutputException.class,
            () -> run(script("{\"value\":1}", "{\"value\":2}", "{\"value\":3}"), checked));
    assertThat(thrown.refusal()).isEqualTo("too small");
  }

  // ---------------------------------------------------------------- budgets

  @Test
  void theLastTurnMayCallNoToolAndEndsTheStepIfItDoes() {
    desk.tools = desk.tools.turns(2);
    FakeClient client = script(calls(clock("a")), calls(clock("b")));
    ToolBudgetException thrown = budget(client);
    assertThat(thrown).hasMessageContaining("'solve'").hasMessageContaining("2 turns");
    assertThat(thrown.step()).isEqualTo("solve");
    assertThat(client.requests)
        .extracting(request -> request.options().toolChoice())
        .containsExactly(ToolChoice.AUTO, ToolChoice.NONE);
    assertThat(client.requests.get(1).tools()).isNotEmpty();
    assertThat(desk.executed).containsExactly("clock");
  }

  @Test
  void eightTurnsAreTheDefault() {
    Object[] replies = new Object[9];
    for (int i = 0; i < 9; i++) {
      replies[i] = calls(clock("c" + i));
    }
    FakeClient client = script(replies);
    assertThat(budget(client)).isNotNull();
    assertThat(client.requests).hasSize(8);
    assertThat(desk.executed).hasSize(7);
  }

  private static ModelReply using(ModelReply reply, long input, long output) {
    return new ModelReply(
        reply.text(),
        reply.calls(),
        reply.model(),
        reply.finish(),
        input,
        output,
        null,
        null,
        null,
        ModelReply.UNKNOWN);
  }

  @Test
  void tokensThatAreLeftLimitTheNextAnswer() {
    desk.tools = desk.tools.tokens(10_000);
    FakeClient client =
        script(
            using(calls(clock("a")), 1_000, 500),
            using(calls(clock("b")), 1_600, 100),
            using(FakeClient.reply("x"), 1_700, 10));
    assertThat(run(client, SOLVE.maxOutputTokens(7_000))).isEqualTo("x");
    // 10,000 less 1,500 used, less the 1,500 that are read again and 2 for the result.
    assertThat(client.requests.get(0).options().maxOutputTokens()).isEqualTo(7_000);
    assertThat(client.requests.get(1).options().maxOutputTokens()).isEqualTo(10_000 - 3_002);
    assertThat(client.requests.get(2).options().maxOutputTokens())
        .isEqualTo(10_000 - 3_200 - 1_702);
  }

  @Test
  void theLastTurnThatTokensAllowMayCallNoTool() {
    desk.tools = desk.tools.tokens(10_000);
    FakeClient client =
        script(using(calls(clock("a")), 4_000, 200), using(FakeClient.reply("x"), 4_300, 10));
    assertThat(run(client, SOLVE)).isEqualTo("x");
    assertThat(client.requests.get(1).options().toolChoice()).isEqualTo(ToolChoice.NONE);
  }

  @Test
  void noTurnIsSentWithoutTokens() {
    desk.tools = desk.tools.tokens(10_000);
    FakeClient client = script(using(calls(clock("a")), 9_000, 500));
    assertThat(budget(client)).hasMessageContaining("10000 tokens");
    assertThat(client.requests).hasSize(1);
    assertThat(desk.executed).containsExactly("clock");

    desk.tools = desk.tools.tokens(5);
    FakeClient unasked = script();
    assertThat(budget(unasked)).isNotNull();
    assertThat(unasked.requests).isEmpty();
  }

  @Test
  void bytesStandForTokensThatAreNotReported() {
    desk.tools = desk.tools.tokens(4_000);
    String large = "x".repeat(6_000);
    FakeClient client =
        script(
            using(new ModelReply(large, "m", ModelReply.Finish.COMPLETE, 0, 0), -1, -1)
                .calling(List.of(clock("a"))));
    assertThat(budget(client)).isNotNull();
    assertThat(client.requests).hasSize(1);
  }

  @Test
  void aToolIsExecutedAtMostAsOftenAsItSays() {
    desk.tools = StepTools.of(CLOCK.atMost(2), ORDERS);
    FakeClient client =
        script(
            calls(clock("a"), clock("b"), clock("c")),
            calls(clock("d"), orders("e", ToolDesk.Status.OPEN)),
            "x");
    assertThat(run(client, SOLVE)).isEqualTo("x");
    assertThat(desk.executed).filteredOn("clock"::equals).hasSize(2);
    assertThat(texts(client.requests.get(1)))
        .containsOnlyOnce("refused: no further call of this tool is allowed, of at most 2.");
    assertThat(texts(client.requests.get(2)).get(0)).startsWith("refused: ");
    assertThat(texts(client.requests.get(2)).get(1)).contains("orders of");
  }

  // ---------------------------------------------------------------- memo

  @Test
  void anEqualCallOfAReadOnlyToolIsAnsweredFromMemoryUntilASideEffect() {
    ToolCall spaced = new ToolCall("b", "orders", " { \"status\" : \"OPEN\" } ");
    FakeClient client =
        script(
            calls(orders("a", ToolDesk.Status.OPEN), spaced),
            calls(orders("c", ToolDesk.Status.OPEN), orders("d", ToolDesk.Status.SHIPPED)),
            calls(orders("e", ToolDesk.Status.OPEN), refund("f", 1), refund("g", 1)),
            calls(orders("h", ToolDesk.Status.OPEN)),
            "x");
    run(client, SOLVE);
    assertThat(desk.executed)
        .containsExactly(
            "orders OPEN", "orders SHIPPED", "refund o1 1", "refund o1 1", "orders OPEN");
    assertThat(texts(client.requests.get(1)))
        .containsExactly("\"orders of c7 OPEN\"", "\"orders of c7 OPEN\"");
  }

  @Test
  void otherBoundArgumentsAreAnotherCall() {
    FakeClient client =
        script(
            calls(orders("a", ToolDesk.Status.OPEN)),
            "x",
            calls(orders("a", ToolDesk.Status.OPEN)),
            "y");
    try (AgentRuntime runtime = desk.runtime(client).build();
        var run = runtime.wiring(Agents.AGENT, SOLVE).start(Agents.ENTRY)) {
      run.call(SOLVE, step -> desk.solve(step, SOLVE));
      desk.customer = "c8";
      run.call(ModelStep.text(Agents.AGENT, "again", "gpt"), step -> desk.solve(step, SOLVE));
      run.result(1);
    }
    assertThat(desk.executed).hasSize(2);
    assertThat(texts(client.requests.get(3))).containsExactly("\"orders of c8 OPEN\"");
  }

  @Test
  void theMemoryIsThatOfTheRunAndAStepWithASideEffectEmptiesIt() {
    ToolCall call = orders("a", ToolDesk.Status.OPEN);
    FakeClient client = script(calls(call), "x", calls(call), "y", calls(call), "z");
    try (AgentRuntime runtime = desk.runtime(client).build();
        Run run = runtime.wiring(Agents.AGENT, SOLVE).start(Agents.ENTRY)) {
      for (String name : List.of("first", "second", "third")) {
        if (name.equals("third")) {
          run.perform(Agents.A.withSideEffect(), step -> {});
        }
        run.call(ModelStep.text(Agents.AGENT, name, "gpt"), step -> desk.solve(step, SOLVE));
        assertThat(desk.executed).hasSize(name.equals("third") ? 2 : 1);
      }
      run.result(1);
    }
  }

  @Test
  void aToolThatIsNotReadOnlyIsExecutedAgain() {
    run(script(calls(clock("a")), calls(clock("b"), clock("c")), "x"), SOLVE);
    assertThat(desk.executed).hasSize(3);
  }

  // ---------------------------------------------------------------- what the model is told

  @Test
  void anExceptionIsToldByItsSimpleName() {
    desk.clock =
        () -> {
          throw new IOException("canary bearer token");
        };
    FakeClient client = script(calls(clock("a")), "x");
    assertThat(run(client, SOLVE)).isEqualTo("x");
    assertThat(results(client.requests.get(1)))
        .containsExactly(new Turn.ToolResult("a", "failed: IOException", true));
  }

  @Test
  void aFailingToolEndsTheRun() {
    desk.tools = StepTools.of(CLOCK.failing(), REFUND);
    IOException cause = new IOException("canary");
    desk.clock =
        () -> {
          throw cause;
        };
    FakeClient client = script(calls(refund("b", 1), clock("a")));
    StepFailedException thrown =
        catchThrowableOfType(StepFailedException.class, () -> run(client, SOLVE));
    assertThat(thrown)
        .hasMessageContaining("'clock'")
        .hasMessageContaining("'solve'")
        .hasMessageNotContaining("canary")
        .hasCause(cause);
    assertThat(desk.executed).as("no side effect after it").containsExactly("clock");
  }

  @Test
  void aRefusalIsToldByItsText() {
    desk.clock =
        () -> {
          throw new ToolRefusal("Ask tomorrow.");
        };
    FakeClient client = script(calls(clock("a")), "x");
    run(client, SOLVE);
    assertThat(results(client.requests.get(1)))
        .containsExactly(new Turn.ToolResult("a", "refused: Ask tomorrow.", true));
  }

  @Test
  void wrongCallsAreToldAndRunNothing() {
    FakeClient client =
        script(
            calls(
                new ToolCall("a", "ordres", "{}"),
                new ToolCall("b", "orders", "{\"status\":\"canary\"}"),
                new ToolCall("c", "orders", "{}"),
                new ToolCall("d", "orders", "canary"),
                new ToolCall("e", "orders", "[1]"),
                new ToolCall("f", "orders", "{\"status\":\"OPEN\",\"status\":\"OPEN\"}"),
                new ToolCall("g", "orders", "{\"status\":\"OPEN\",\"customer\":\"canary\"}"),
                new ToolCall("h", "refund", "{\"orderId\":\"o\",\"cents\":1e999999999}"),
                new ToolCall("i", "refund", "{\"orderId\":\"o\",\"cents\":1.5}"),
                new ToolCall("j", "orders", "[".repeat(30_000)),
                new ToolCall("k", "orders", "{\"status\":\"" + "x".repeat(70_000) + "\"}")),
            "x");
    run(client, SOLVE);
    assertThat(desk.executed).isEmpty();
    List<Turn.ToolResult> results = results(client.requests.get(1));
    assertThat(results).hasSize(11).allMatch(Turn.ToolResult::failed);
    assertThat(results)
        .extracting(Turn.ToolResult::text)
        .noneMatch(text -> text.contains("canary"));
    assertThat(results.get(0).text()).contains("orders, refund, clock");
    assertThat(results.get(1).text()).contains("'status'").contains("{\"title\":\"orders\"}");
    assertThat(results.get(2).text()).contains("'status' is missing");
    assertThat(results.get(3).text()).contains("JSON object");
    assertThat(results.get(4).text()).contains("JSON object");
    assertThat(results.get(5).text()).contains("twice");
    assertThat(results.get(6).text()).contains("does not have");
    assertThat(results.get(7).text()).contains("out of bounds");
    assertThat(results.get(8).text()).contains("'cents' is not a whole number");
    assertThat(((Turn.Model) client.requests.get(1).turns().get(1)).calls())
        .as("what servers refuse is not sent back")
        .extracting(ToolCall::arguments)
        .element(3)
        .isEqualTo("{}");
  }

  @Test
  void identifiersAndNamesAreMadeFitForServers() {
    FakeClient client =
        script(
            calls(clock(""), clock("same"), clock("same"), clock("x".repeat(9_000))),
            calls(clock("same"), new ToolCall("n", "a b\u0000" + "c".repeat(99), "{}")),
            "x");
    run(client, SOLVE);
    Set<String> ids = new HashSet<>();
    for (Turn turn : client.requests.get(2).turns()) {
      if (turn instanceof Turn.Model model) {
        for (ToolCall call : model.calls()) {
          assertThat(call.id()).hasSizeLessThanOrEqualTo(128).isNotBlank();
          assertThat(ids.add(call.id())).isTrue();
          assertThat(call.name()).matches("[A-Za-z0-9_-]{1,64}");
        }
      } else if (turn instanceof Turn.ToolResult result) {
        assertThat(ids).contains(result.callId());
      }
    }
    assertThat(ids).hasSize(6).contains("same", "n");
    assertThat(desk.executed).hasSize(5);
  }

  @Test
  void tooManyCallsAtOnceRunNothing() {
    ToolCall[] many = new ToolCall[65];
    for (int i = 0; i < many.length; i++) {
      many[i] = clock("c" + i);
    }
    FakeClient client = script(calls(many), "x");
    assertThat(run(client, SOLVE)).isEqualTo("x");
    assertThat(desk.executed).isEmpty();
    assertThat(client.requests.get(1).prompt()).contains("more than 64");
  }

  @Test
  void emptyArgumentsAreNone() {
    FakeClient client = script(calls(new ToolCall("a", "clock", "")), "x");
    run(client, SOLVE);
    assertThat(desk.executed).containsExactly("clock");
    assertThat(((Turn.Model) client.requests.get(1).turns().get(1)).calls())
        .containsExactly(clock("a"));
  }

  @Test
  void aLongResultIsCutWithAMarkAndNotWithinACharacter() {
    for (int shift = 0; shift < 2; shift++) {
      String text = "x".repeat(shift) + "\ud83d\ude00".repeat(5_000);
      desk.clock = () -> text;
      FakeClient client = script(calls(clock("a")), "x");
      run(client, SOLVE);
      String told = texts(client.requests.get(1)).get(0);
      assertThat(told).hasSizeBetween(7_990, 8_000).endsWith("… (cut at 8,000 characters)");
      assertThat(told).doesNotContain("\ufffd");
    }
  }

  @Test
  void nothingIsNull() {
    desk.clock = () -> null;
    FakeClient client = script(calls(clock("a")), "x");
    run(client, SOLVE);
    assertThat(texts(client.requests.get(1))).containsExactly("null");
  }
}
