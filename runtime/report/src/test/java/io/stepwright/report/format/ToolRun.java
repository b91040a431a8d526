package io.stepwright.report.format;

import io.stepwright.report.RunReport;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ToolRefusal;
import io.stepwright.spi.Approvals;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ToolCall;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import io.stepwright.wiring.ToolUse;
import io.stepwright.wiring.Wiring;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A run whose model calls tools of all kinds, in three turns. */
final class ToolRun {

  static final AgentInfo AGENT = new AgentInfo("Refunds", "app.Refunds");
  private static final ModelStep<String> SOLVE = ModelStep.text(AGENT, "solve", "large");
  private static final ModelStep<String> SUMMARY = ModelStep.text(AGENT, "summary", "small");
  private static final ToolInfo ORDERS = ToolInfo.of(AGENT, "orders", "", "{}").readOnly();
  private static final ToolInfo REFUND =
      ToolInfo.of(AGENT, "refund", "", "{}").withSideEffect().approved();
  private static final ToolInfo SUMMARISE = ToolInfo.of(AGENT, "summary", "", "{}");
  private static final ToolInfo BROKEN = ToolInfo.of(AGENT, "broken", "", "{}");
  private static final StepTools TOOLS = StepTools.of(ORDERS, REFUND, SUMMARISE, BROKEN);
  private static final PromptText QUESTION = PromptText.of("Refund {{cents}}?");

  private final int callsOfOneTurn;
  private final AtomicInteger turn = new AtomicInteger();

  private ToolRun(int callsOfOneTurn) {
    this.callsOfOneTurn = callsOfOneTurn;
  }

  /** Returns the report of a run with calls of all outcomes. */
  static RunReport report(AgentRuntime.Builder builder) {
    return new ToolRun(0).run(builder);
  }

  /** Returns the report of a run in which the model calls a tool very often. */
  static RunReport many(int callsOfOneTurn) {
    return new ToolRun(callsOfOneTurn).run(AgentRuntime.builder());
  }

  private RunReport run(AgentRuntime.Builder builder) {
    try (AgentRuntime runtime =
        builder
            .modelClient("openai", new Model())
            .approvals(
                call -> {
                  Thread.sleep(40);
                  return Approvals.Decision.approved(call);
                })
            .configuration("stepwright.prices.large", "2.50 10")
            .build()) {
      Wiring wiring = runtime.wiring(AGENT, SOLVE, SUMMARY);
      EntryPointInfo entry = EntryPointInfo.of(AGENT, "resolve").step(SOLVE).reported();
      try (Run run = wiring.start(entry)) {
        return AgentResult.of(
                run,
                run.call(
                    SOLVE,
                    step ->
                        step.tools(TOOLS.turns(60), call -> use(call, wiring))
                            .ask(SOLVE, PromptText.of("canary-prompt"))))
            .report();
      }
    }
  }

  private static ToolUse.Done use(ToolUse call, Wiring wiring) throws Exception {
    return switch (call.tool()) {
      case "orders" -> {
        String who = call.bound("customer", "canary-customer", JsonWriter::string);
        String status = call.argument("status", JsonValue::asString);
        yield call.run(() -> orders(who, status), JsonWriter::string);
      }
      case "refund" -> {
        int cents = call.argument("cents", JsonValue::asInt);
        yield call.asking(QUESTION.with("cents", cents)).run(() -> "paid", JsonWriter::string);
      }
      case "summary" ->
          call.run(
              () ->
                  wiring.direct(
                      SUMMARY, inner -> inner.ask(SUMMARY, PromptText.of("canary-summary"))),
              JsonWriter::string);
      default ->
          call.run(
              () -> {
                throw new IllegalStateException("canary-message");
              },
              JsonWriter::string);
    };
  }

  private static String orders(String who, String status) throws InterruptedException {
    Thread.sleep(20);
    if (status.equals("secret")) {
      throw new ToolRefusal("canary-refusal");
    }
    return "canary-orders of " + who;
  }

  private static ToolCall asked(String id, String name, String arguments) {
    return new ToolCall(id, name, arguments);
  }

  /** The model: its turns are fixed. */
  private final class Model implements ModelClient {

    @Override
    public ModelReply call(ModelRequest request) throws InterruptedException {
      Thread.sleep(15);
      ModelReply reply =
          new ModelReply("canary-answer", "large", ModelReply.Finish.COMPLETE, 100, 10)
              .onWire(10_000_000);
      if (request.model().equals("small")) {
        return reply;
      }
      int number = turn.incrementAndGet();
      if (callsOfOneTurn > 0) {
        return number > 55 ? reply : reply.calling(many());
      }
      return switch (number) {
        case 1 ->
            reply.calling(
                List.of(
                    asked("a", "orders", "{\"status\":\"canary-open\"}"),
                    asked("b", "summary", "{}"),
                    asked("c", "broken", "{}")));
        case 2 ->
            reply.calling(
                List.of(
                    asked("d", "orders", "{\"status\":\"canary-open\"}"),
                    asked("e", "orders", "{\"status\":\"secret\"}"),
                    asked("f", "nothing", "{}"),
                    asked("g", "refund", "{\"cents\":500}")));
        default -> reply;
      };
    }

    private List<ToolCall> many() {
      return IntStream.range(0, callsOfOneTurn)
          .mapToObj(i -> asked("id" + i, "broken", "{}"))
          .toList();
    }

    @Override
    public void close() {}
  }
}
