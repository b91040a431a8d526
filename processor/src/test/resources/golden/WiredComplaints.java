package app;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.FilledPrompt;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import io.stepwright.wiring.ToolUse;
import io.stepwright.wiring.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Complaints}: every step starts as soon as its own inputs are there.
 *
 * <pre>{@code
 * resolve(ticket)
 *   solve  gpt-4o  at once, from ticket
 *       tools: orders, refund (side effect, approved); 6 turns, 20,000 tokens
 * critical path: solve
 * model calls: 18 at most
 *   beside those that code makes: orders, refund
 * }</pre>
 */
@Generated("io.stepwright.processor.StepwrightProcessor")
@io.stepwright.wiring.Generated
public final class WiredComplaints extends Complaints {
  private static final AgentInfo AGENT = new AgentInfo("Complaints", "app.Complaints").wiredFor(3);

  private static final ModelStep<Resolution> SOLVE =
      ModelStep.json(AGENT, "solve", "gpt-4o", Json.SOLVE, Json::decodeResolution)
          .withSideEffectOfTools()
          .fingerprint("e9b4a2a9b26b815eb271a0215438c7772d41027dbc0e5d8e16b089996e4b7e91");

  private static final PromptText SOLVE_PROMPT =
      PromptText.of("Solve this complaint: {{ticket.text}}");

  private static final ToolInfo ORDERS =
      ToolInfo.of(AGENT, "orders", "The customer's orders.", Json.ORDERS_ARGUMENTS).readOnly();

  private static final ToolInfo REFUND =
      ToolInfo.of(AGENT, "refund", "Pays money back.", Json.REFUND_ARGUMENTS)
          .withSideEffect()
          .approved();

  private static final PromptText REFUND_QUESTION =
      PromptText.of("Refund {{cents}} cents of {{orderId}}?");

  private static final StepTools SOLVE_TOOLS = StepTools.of(ORDERS, REFUND).turns(6).tokens(20_000);

  private static final EntryPointInfo RESOLVE =
      EntryPointInfo.of(AGENT, "resolve").within(Duration.ofSeconds(30)).step(SOLVE);

  private final Wiring wiring;

  public WiredComplaints(AgentRuntime runtime, Shop shop) {
    super(shop);
    this.wiring = runtime.wiring(AGENT, SOLVE);
  }

  @Override
  public Resolution resolve(Ticket ticket) {
    Objects.requireNonNull(ticket, "Complaints.resolve: 'ticket' is null");
    try (Run run = wiring.start(RESOLVE)) {
      Resolution solve = run.call(SOLVE, step -> solve(step, ticket));
      return run.result(solve);
    }
  }

  private Resolution solve(Step step, Ticket ticket) throws InterruptedException {
    FilledPrompt prompt = SOLVE_PROMPT.with("ticket.text", ticket.text());
    return step.tools(SOLVE_TOOLS, call -> solveTools(call, ticket)).ask(SOLVE, prompt);
  }

  private ToolUse.Done solveTools(ToolUse call, Ticket ticket) throws Exception {
    return switch (call.tool()) {
      case "orders" ->
          ordersTool(call, call.bound("customer", ticket.customerId(), JsonWriter::string));
      case "refund" ->
          refundTool(call, call.bound("customer", ticket.customerId(), JsonWriter::string));
      default -> throw call.unknown();
    };
  }

  private ToolUse.Done ordersTool(ToolUse call, String customer) throws Exception {
    Status status = call.argument("status", json -> json.asEnum(Status.class));
    return call.run(() -> orders(customer, status), Json::encodeListOrder);
  }

  private ToolUse.Done refundTool(ToolUse call, String customer) throws Exception {
    String orderId = call.argument("orderId", JsonValue::asString);
    int cents = call.argument("cents", JsonValue::asInt);
    FilledPrompt question = REFUND_QUESTION.with("cents", cents).with("orderId", orderId);
    return call.asking(question).run(() -> refund(customer, orderId, cents), Json::encodeReceipt);
  }

  @Override
  protected Resolution solve(Ticket ticket) {
    return Wiring.constructed(wiring, SOLVE).direct(SOLVE, step -> solve(step, ticket));
  }

  @io.stepwright.wiring.Generated
  private static final class Json {
    static final String SOLVE =
        """
        {
          "type": "object",
          "properties": {
            "done": {"type": "boolean"},
            "answer": {"type": "string"}
          },
          "required": ["done", "answer"],
          "additionalProperties": false
        }
        """;

    static final String ORDERS_ARGUMENTS =
        """
        {
          "type": "object",
          "properties": {
            "status": {
              "type": "string",
              "description": "only these",
              "enum": ["OPEN", "SHIPPED", "RETURNED"]
            }
          },
          "required": ["status"],
          "additionalProperties": false
        }
        """;

    static final String REFUND_ARGUMENTS =
        """
        {
          "type": "object",
          "properties": {
            "orderId": {"type": "string"},
            "cents": {
              "type": "integer",
              "description": "at most the price",
              "minimum": -2147483648,
              "maximum": 2147483647
            }
          },
          "required": ["orderId", "cents"],
          "additionalProperties": false
        }
        """;

    static Resolution decodeResolution(JsonValue json) {
      return new Resolution(json.field("done").asBoolean(), json.field("answer").asString());
    }

    static void encodeOrder(JsonWriter json, Order value) {
      json.beginObject();
      json.name("id").string(value.id());
      json.name("status").constant(value.status());
      json.name("cents").number(value.cents());
      json.endObject();
    }

    static void encodeListOrder(JsonWriter json, List<Order> value) {
      json.array(value, Json::encodeOrder);
    }

    static void encodeReceipt(JsonWriter json, Receipt value) {
      json.beginObject();
      json.name("id").string(value.id());
      json.name("cents").number(value.cents());
      json.endObject();
    }
  }
}
