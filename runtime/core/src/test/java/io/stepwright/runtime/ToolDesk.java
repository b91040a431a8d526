package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;

import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.Turn;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.JsonDecoder;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import io.stepwright.wiring.ToolUse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An agent with tools, as its generated class is written, with a body for each tool. */
class ToolDesk {

  enum Status {
    OPEN,
    SHIPPED
  }

  static final ToolInfo ORDERS =
      ToolInfo.of(AGENT, "orders", "The customer's orders.", "{\"title\":\"orders\"}").readOnly();
  static final ToolInfo REFUND =
      ToolInfo.of(AGENT, "refund", "Pays money back.", "{\"title\":\"refund\"}").withSideEffect();
  static final ToolInfo CLOCK = ToolInfo.of(AGENT, "clock", "The time.", "{\"title\":\"clock\"}");

  static final ModelStep<String> SOLVE = ModelStep.text(AGENT, "solve", "gpt");
  static final JsonDecoder<Integer> NUMBER_DECODER = json -> json.field("value").asInt();
  static final ModelStep<Integer> NUMBER =
      ModelStep.json(AGENT, "solve", "gpt", "{}", NUMBER_DECODER);
  static final PromptText PROMPT = PromptText.of("Solve it.");
  static final PromptText QUESTION = PromptText.of("Refund {{cents}} cents of {{orderId}}?");

  interface Orders {
    String list(String customer, Status status) throws Exception;
  }

  interface Refund {
    String pay(String customer, String orderId, int cents) throws Exception;
  }

  interface Clock {
    String time() throws Exception;
  }

  final List<String> executed = new CopyOnWriteArrayList<>();
  final List<RunEvent> events = new CopyOnWriteArrayList<>();
  String customer = "c7";
  StepTools tools = StepTools.of(ORDERS, REFUND, CLOCK);
  Orders orders = (who, status) -> "orders of " + who + " " + status;
  Refund refund = (who, order, cents) -> "paid " + cents;
  Clock clock = () -> "noon";

  /** The switch of the generated class. */
  ToolUse.Done use(ToolUse call) throws Exception {
    return switch (call.tool()) {
      case "orders" -> {
        String who = call.bound("customer", customer, JsonWriter::string);
        Status status = call.argument("status", json -> json.asEnum(Status.class));
        yield call.run(() -> listOrders(who, status), JsonWriter::string);
      }
      case "refund" -> {
        String who = call.bound("customer", customer, JsonWriter::string);
        String orderId = call.argument("orderId", JsonValue::asString);
        int cents = call.argument("cents", JsonValue::asInt);
        yield call.asking(QUESTION.with("cents", cents).with("orderId", orderId))
            .run(() -> pay(who, orderId, cents), JsonWriter::string);
      }
      case "clock" -> call.run(this::time, JsonWriter::string);
      default -> throw call.unknown();
    };
  }

  private String listOrders(String who, Status status) throws Exception {
    executed.add("orders " + status);
    return orders.list(who, status);
  }

  private String pay(String who, String orderId, int cents) throws Exception {
    executed.add("refund " + orderId + " " + cents);
    return refund.pay(who, orderId, cents);
  }

  private String time() throws Exception {
    executed.add("clock");
    return clock.time();
  }

  <T> T solve(Step step, ModelStep<T> question) throws InterruptedException {
    return step.tools(tools, this::use).ask(question, PROMPT);
  }

  /** Runs the step alone. */
  <T> T run(AgentRuntime runtime, ModelStep<T> question) {
    return run(runtime, question, ENTRY);
  }

  <T> T run(AgentRuntime runtime, ModelStep<T> question, EntryPointInfo entryPoint) {
    try (Run run = runtime.wiring(AGENT, question).start(entryPoint)) {
      return run.result(run.call(question, step -> solve(step, question)));
    }
  }

  AgentRuntime.Builder runtime(FakeClient client) {
    return AgentRuntime.builder()
        .modelClient("openai", client)
        .listener(Immediately.tell(events::add));
  }

  // ---------------------------------------------------------------- the model

  /** Answers the requests in turn: a text, or calls. */
  static FakeClient script(Object... replies) {
    List<Object> left = new ArrayList<>(List.of(replies));
    return new FakeClient(
        request -> {
          Object next;
          synchronized (left) {
            if (left.isEmpty()) {
              throw new AssertionError("one request too many");
            }
            next = left.remove(0);
          }
          return next instanceof ModelReply reply
              ? reply
              : next instanceof FakeClient.Answer answer
                  ? answer.to(request)
                  : FakeClient.reply((String) next);
        });
  }

  static ModelReply calls(ToolCall... calls) {
    return FakeClient.reply("").calling(List.of(calls));
  }

  static ToolCall orders(String id, Status status) {
    return new ToolCall(id, "orders", "{\"status\":\"" + status + "\"}");
  }

  static ToolCall refund(String id, int cents) {
    return new ToolCall(id, "refund", "{\"orderId\":\"o1\",\"cents\":" + cents + "}");
  }

  static ToolCall clock(String id) {
    return new ToolCall(id, "clock", "{}");
  }

  /** Returns the results that a request ends with. */
  static List<Turn.ToolResult> results(ModelRequest request) {
    List<Turn.ToolResult> results = new ArrayList<>();
    for (Turn turn : request.turns()) {
      if (turn instanceof Turn.ToolResult result) {
        results.add(result);
      } else {
        results.clear();
      }
    }
    return results;
  }

  static List<String> texts(ModelRequest request) {
    return results(request).stream().map(Turn.ToolResult::text).toList();
  }
}
