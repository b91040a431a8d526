package io.stepwright.benchmarks.tools.side;

import io.stepwright.benchmarks.tools.desk.Order;
import io.stepwright.benchmarks.tools.desk.Resolution;
import io.stepwright.benchmarks.tools.desk.Shop;
import io.stepwright.benchmarks.tools.desk.Status;
import io.stepwright.benchmarks.tools.server.Script;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
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

/** Stepwright with its defaults, wired as the generated class is. */
final class StepwrightSupport implements Support {

  private static final AgentInfo AGENT =
      new AgentInfo("Support", "io.stepwright.benchmarks.tools.side.Support");

  private static final EntryPointInfo SOLVE_ENTRY = EntryPointInfo.of(AGENT, "solve");

  private static final ToolInfo ORDERS =
      ToolInfo.of(
              AGENT,
              "orders",
              Script.TOOL,
              """
              {"type":"object","properties":{"customer":{"type":"string"},"status":{"type":"string","enum":["OPEN","SHIPPED"]}},\
              "required":["customer","status"],"additionalProperties":false}""")
          .readOnly();

  private static final StepTools SOLVE_TOOLS = StepTools.of(ORDERS);

  private static final ModelStep<Resolution> SOLVE =
      ModelStep.json(
          AGENT,
          "resolution",
          "model",
          """
          {"type":"object","properties":{"done":{"type":"boolean"},"answer":{"type":"string"}},\
          "required":["done","answer"],"additionalProperties":false}""",
          json ->
              new Resolution(
                  json.field("done", JsonValue::asBoolean),
                  json.field("answer", JsonValue::asString)));

  private static final PromptText SOLVE_PROMPT = PromptText.of("{{complaint}}");

  private final AgentRuntime runtime;
  private final Wiring wiring;
  private final Shop shop;

  StepwrightSupport(String url, Shop shop) {
    this.runtime =
        AgentRuntime.builder()
            .configuration("stepwright.providers.openai.base-url", url)
            .configuration("stepwright.providers.openai.api-key", "none")
            .build();
    this.wiring = runtime.wiring(AGENT, SOLVE);
    this.shop = shop;
  }

  @Override
  public Resolution solve(String complaint) {
    try (Run run = wiring.start(SOLVE_ENTRY)) {
      Resolution resolution = run.call(SOLVE, step -> resolution(step, complaint));
      return run.result(resolution);
    }
  }

  private Resolution resolution(Step step, String complaint) throws InterruptedException {
    return step.tools(SOLVE_TOOLS, this::use).ask(SOLVE, SOLVE_PROMPT.with("complaint", complaint));
  }

  private ToolUse.Done use(ToolUse call) throws Exception {
    return switch (call.tool()) {
      case "orders" -> {
        String customer = call.argument("customer", JsonValue::asString);
        Status status = call.argument("status", json -> json.asEnum(Status.class));
        yield call.run(
            () -> shop.orders(customer, status),
            (json, orders) -> json.array(orders, StepwrightSupport::encodeOrder));
      }
      default -> throw call.unknown();
    };
  }

  private static void encodeOrder(JsonWriter json, Order order) {
    json.beginObject();
    json.name("id").string(order.id());
    json.name("cents").number(order.cents());
    json.name("status").constant(order.status());
    json.endObject();
  }

  @Override
  public void close() {
    runtime.close();
  }
}
