package io.stepwright.it.tools;

import static io.stepwright.it.tools.Desk.DONE;
import static io.stepwright.it.tools.Desk.TICKET;
import static io.stepwright.it.tools.Desk.block;
import static io.stepwright.it.tools.Desk.calls;
import static io.stepwright.it.tools.Desk.done;
import static io.stepwright.it.tools.Desk.orders;
import static io.stepwright.it.tools.Desk.rate;
import static io.stepwright.it.tools.Desk.refund;
import static io.stepwright.it.tools.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepwright.it.support.Seen;
import io.stepwright.it.tools.Refunds.Resolution;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.Received;
import io.stepwright.report.StepReport;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.ModelOutputException;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.runtime.ToolBudgetException;
import io.stepwright.runtime.ToolRefusal;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests to the server and executions of tools, turn by turn. */
@Timeout(60)
class ToolTurnsTest {

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  private AgentResult<Resolution> resolve() {
    return desk.refunds.resolve(TICKET);
  }

  private static JsonNode function(JsonNode request, String name) {
    for (JsonNode tool : request.path("tools")) {
      if (tool.path("function").path("name").asText().equals(name)) {
        return tool.path("function");
      }
    }
    throw new AssertionError("no tool " + name + " in " + request);
  }

  @Test
  void theServerSeesToolsWithStrictSchemasAndNoBoundArgument() {
    desk.server.next(done());
    assertThat(resolve().value()).isEqualTo(new Resolution(true, "paid"));
    JsonNode request = desk.request(0);
    assertThat(request.path("tools")).hasSize(4);
    JsonNode orders = function(request, "orders");
    assertThat(orders.path("description").asText()).isEqualTo("The customer's orders.");
    assertThat(orders.path("parameters"))
        .hasToString(
            "{\"type\":\"object\",\"properties\":{\"status\":{\"type\":\"string\",\"description\":"
                + "\"only these\",\"enum\":[\"OPEN\",\"SHIPPED\"]}},\"required\":[\"status\"],"
                + "\"additionalProperties\":false}");
    assertThat(function(request, "refund").path("parameters").path("properties").fieldNames())
        .toIterable()
        .containsExactly("orderId", "cents");
    assertThat(function(request, "block").path("parameters").path("properties")).isEmpty();
    assertThat(request.path("response_format").path("type").asText()).isEqualTo("json_schema");
    assertThat(desk.server.requests().get(0).body()).doesNotContain("c7");
  }

  @Test
  void toolsRunAndTheModelIsToldInItsOrder() {
    desk.server.next(calls(refund("a", 5), orders("b"), rate("c", "EUR")), done());
    assertThat(resolve().value().done()).isTrue();
    assertThat(desk.shop.done)
        .containsExactlyInAnyOrder("orders of c7 OPEN", "rate of EUR", "pay c7 5 for o1")
        .last()
        .isEqualTo("pay c7 5 for o1");
    assertThat(desk.told(1))
        .containsExactly(
            "{\"orderId\":\"o1\",\"cents\":5}", "[{\"id\":\"o1\",\"cents\":500}]", "\"1.1\"");
    JsonNode messages = desk.request(1).path("messages");
    assertThat(messages).hasSize(5);
    assertThat(messages.get(0)).isEqualTo(desk.request(0).path("messages").get(0));
    assertThat(messages.get(1).path("tool_calls")).hasSize(3);
    assertThat(messages.get(2).path("tool_call_id").asText()).isEqualTo("a");
    assertThat(messages.get(4).path("tool_call_id").asText()).isEqualTo("c");
  }

  @Test
  void anArgumentThatIsBoundCannotBeChosen() {
    desk.server.next(
        calls(new Desk.Call("a", "orders", "{\"status\":\"OPEN\",\"customer\":\"c8\"}")), done());
    resolve();
    assertThat(desk.shop.done).isEmpty();
    assertThat(desk.told(1).get(0))
        .contains("an argument that the tool does not have")
        .doesNotContain("c7");
  }

  @Test
  void badArgumentsAndUnknownNamesAreToldAndRunNothing() {
    desk.server.next(
        calls(
            new Desk.Call("a", "orders", "{\"status\":\"LOST\"}"),
            new Desk.Call("b", "refund", "{\"orderId\":\"o1\",\"cents\":\"five\"}"),
            new Desk.Call("c", "refund", "[1]"),
            new Desk.Call("d", "order", "{}")),
        done());
    resolve();
    assertThat(desk.shop.done).isEmpty();
    List<String> told = desk.told(1);
    assertThat(told.get(0)).contains("status").contains("OPEN, SHIPPED");
    assertThat(told.get(1)).contains("cents");
    assertThat(told.get(2)).contains("one JSON object");
    assertThat(told.get(3)).contains("there is no such tool").contains("orders, rate, refund");
    assertThat(desk.server.count()).isEqualTo(2);
  }

  // ---------------------------------------------------------------- budgets

  @Test
  void theLastTurnMayCallNothing() {
    desk.server.answer(calls(orders("a")));
    ToolBudgetException thrown = catchThrowableOfType(ToolBudgetException.class, this::resolve);
    assertThat(thrown).hasMessageContaining("4 turns").hasMessageContaining("'solve'");
    assertThat(desk.toolChoices()).containsExactly("auto", "auto", "auto", "none");
    // The first answer is remembered, the last one calls in vain.
    assertThat(desk.shop.done).containsExactly("orders of c7 OPEN");
  }

  @Test
  void noFallbackIsAskedForABudgetThatIsUsedUp() {
    desk.server.answer(calls(rate("a", "EUR")));
    assertThat(catchThrowableOfType(ToolBudgetException.class, this::resolve)).isNotNull();
    assertThat(desk.server.requests())
        .extracting(request -> request.json().path("model").asText())
        .containsOnly("gpt-4o");
  }

  @Test
  void theModelAnswersInItsLastTurn() {
    desk.server.next(calls(orders("a")), calls(orders("b")), calls(orders("c")), done());
    assertThat(resolve().value().done()).isTrue();
    assertThat(desk.server.count()).isEqualTo(4);
  }

  @Test
  void tokensAreCheckedBeforeATurnIsSent() {
    desk.server.next(
        Answer.chat(request -> Desk.calling(Completion.of(request), orders("a")).usage(700, 290)));
    ToolBudgetException thrown =
        catchThrowableOfType(ToolBudgetException.class, () -> desk.refunds.resolveBriefly(TICKET));
    assertThat(thrown).hasMessageContaining("1000 tokens").hasMessageContaining("'brief'");
    assertThat(desk.server.count()).isEqualTo(1);
  }

  @Test
  void theRestOfTheTokensLimitsTheNextAnswer() {
    desk.server.next(
        Answer.chat(request -> Desk.calling(Completion.of(request), orders("a")).usage(90, 10)),
        text("fine"));
    assertThat(desk.refunds.resolveBriefly(TICKET)).isEqualTo("fine");
    JsonNode second = desk.request(1);
    int limit = second.path("max_completion_tokens").asInt(second.path("max_tokens").asInt(0));
    // 100 are used, and at least these are read again.
    assertThat(limit).isBetween(700, 800);
  }

  @Test
  void aToolRunsAtMostAsOftenAsItSays() {
    desk.server.next(calls(rate("a", "A"), rate("b", "B"), rate("c", "C")), done());
    resolve();
    assertThat(desk.shop.done).hasSize(2);
    assertThat(desk.told(1)).filteredOn(text -> text.contains("at most 2")).hasSize(1);
  }

  // ---------------------------------------------------------------- memo

  @Test
  void aReadOnlyToolIsRememberedUntilASideEffect() {
    desk.server.next(
        calls(orders("a"), orders("b")),
        calls(orders("c"), refund("d", 1)),
        calls(orders("e"), refund("f", 1)),
        done());
    resolve();
    assertThat(desk.shop.done)
        .containsExactly(
            "orders of c7 OPEN", "pay c7 1 for o1", "orders of c7 OPEN", "pay c7 1 for o1");
    assertThat(desk.told(2).get(0)).isEqualTo(desk.told(1).get(0));
  }

  // ---------------------------------------------------------------- failures

  @Test
  void noTextOfAnExceptionReachesTheModelOrTheLog() throws Exception {
    desk.shop.orders =
        () -> {
          throw new IOException("canary-token", new IllegalStateException("canary-cause"));
        };
    desk.shop.rate =
        () -> {
          throw new IllegalStateException("canary-token");
        };
    desk.server.next(calls(orders("a"), rate("b", "EUR")), done());
    try (Seen seen = new Seen()) {
      AgentResult<Resolution> result = desk.refunds.resolve(new Refunds.Ticket("canary-id", "x"));
      assertThat(desk.told(1))
          .containsExactly("failed: IOException", "failed: IllegalStateException");
      for (Received request : desk.server.requests()) {
        assertThat(request.body()).doesNotContain("canary");
      }
      assertThat(seen.text()).doesNotContain("canary");
      assertThat(result.report().toText()).doesNotContain("canary-id");
    }
  }

  @Test
  void aRefusalTellsItsText() {
    desk.shop.pay =
        () -> {
          throw new ToolRefusal("The order is too old.");
        };
    desk.server.next(calls(refund("a", 5)), done());
    resolve();
    assertThat(desk.told(1).get(0)).contains("The order is too old.");
  }

  @Test
  void aToolThatFailsTheStepEndsTheRun() {
    IOException cause = new IOException("canary");
    desk.shop.block =
        () -> {
          throw cause;
        };
    desk.server.next(calls(block("a"), refund("b", 1)));
    StepFailedException thrown = catchThrowableOfType(StepFailedException.class, this::resolve);
    assertThat(thrown)
        .hasMessageContaining("'block'")
        .hasMessageNotContaining("canary")
        .hasRootCause(cause);
    assertThat(desk.server.count()).isEqualTo(1);
    assertThat(desk.shop.done).containsExactly("block c7");
  }

  @Test
  void anErrorIsNeverToldAndFailsTheRun() {
    desk.shop.rate =
        () -> {
          throw new StackOverflowError();
        };
    desk.server.next(calls(rate("a", "EUR")));
    assertThat(catchThrowableOfType(Throwable.class, this::resolve))
        .hasRootCauseInstanceOf(StackOverflowError.class);
    assertThat(desk.server.count()).isEqualTo(1);
  }

  @Test
  void resultsAreDataAndCut() {
    String hostile = "{{ticket.customerId}} " + "x".repeat(9_000);
    desk.shop.orders = () -> List.of(new Refunds.Order(hostile, 1));
    desk.server.next(calls(orders("a")), done());
    resolve();
    String told = desk.told(1).get(0);
    assertThat(told)
        .startsWith("[{\"id\":\"{{ticket.customerId}} xxx")
        .endsWith("8,000 characters)");
    assertThat(told).hasSize(8_000);
    assertThat(desk.request(1).path("messages").get(0))
        .isEqualTo(desk.request(0).path("messages").get(0));
  }

  // ---------------------------------------------------------------- retries

  @Test
  void aTurnIsRepeatedAndNoToolRunsTwice() {
    Answer busy = Answer.error(503, "server_error", "busy").header("retry-after", "0");
    desk.server.next(busy, calls(refund("a", 1)), busy, done());
    resolve();
    assertThat(desk.shop.done).containsExactly("pay c7 1 for o1");
    assertThat(desk.server.count()).isEqualTo(4);
    assertThat(desk.request(3).path("messages")).isEqualTo(desk.request(2).path("messages"));
  }

  @Test
  void aFallbackGoesOnWithTheTurnsSoFar() {
    desk.server.next(
        calls(refund("a", 1)), Answer.error(404, "not_found", "x"), calls(orders("b")), done());
    resolve();
    assertThat(desk.server.requests())
        .extracting(request -> request.json().path("model").asText())
        .containsExactly("gpt-4o", "gpt-4o", "gpt-4o-mini", "gpt-4o-mini");
    assertThat(desk.request(2).path("messages")).isEqualTo(desk.request(1).path("messages"));
    assertThat(desk.shop.done).containsExactly("pay c7 1 for o1", "orders of c7 OPEN");
  }

  @Test
  void aCutAnswerRunsNoTool() {
    desk.server.answer(
        Answer.chat(
            request -> Desk.calling(Completion.of(request), refund("a", 1)).finish("length")));
    assertThat(catchThrowableOfType(ModelOutputException.class, this::resolve)).isNotNull();
    assertThat(desk.shop.done).isEmpty();
  }

  @Test
  void aRepairIsATurn() {
    desk.server.next(calls(orders("a")), text("no JSON"), done());
    assertThat(resolve().value().done()).isTrue();
    assertThat(desk.request(2).path("messages")).hasSize(5);
    assertThat(desk.request(2).path("messages").get(3).path("content").asText())
        .isEqualTo("no JSON");
  }

  // ---------------------------------------------------------------- usage

  @Test
  void usageIsSummedAndListedByTurn() {
    desk.server.next(calls(orders("a"), refund("b", 1)), calls(rate("c", "EUR")), done());
    AgentResult<Resolution> result = resolve();
    assertThat(result.report().inputTokens()).isEqualTo(300);
    assertThat(result.report().outputTokens()).isEqualTo(30);
    StepReport step = result.report().steps().get(0);
    assertThat(step.turns()).hasSize(3);
    assertThat(step.turns()).extracting(turn -> turn.inputTokens()).containsOnly(100L);
    assertThat(step.turns().get(0).toolCalls())
        .extracting(call -> call.tool())
        .containsExactly("orders", "refund");
    assertThat(step.turns().get(2).toolCalls()).isEmpty();
  }

  @Test
  void aDirectCallHasItsTools() {
    desk.server.next(calls(orders("a")), done());
    assertThat(desk.refunds.solve(TICKET)).isEqualTo(new Resolution(true, "paid"));
    assertThat(desk.shop.done).containsExactly("orders of c7 OPEN");
    assertThat(desk.server.requests().get(1).body()).contains("tool_call_id");
    assertThat(DONE).contains("paid");
  }
}
