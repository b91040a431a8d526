package io.stepwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.spi.Approvals;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.Turn;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import io.stepwright.wiring.ToolUse;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ToolMetersTest {

  private static final AgentInfo AGENT = new AgentInfo("Desk", "app.Desk");
  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "gpt");
  private static final ToolInfo LOOK = ToolInfo.of(AGENT, "look", "", "{}");
  private static final ToolInfo PAY =
      ToolInfo.of(AGENT, "pay", "", "{}").withSideEffect().approved();
  private static final StepTools TOOLS = StepTools.of(LOOK, PAY);
  private static final PromptText QUESTION = PromptText.of("Pay {{cents}}?");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  /** A client whose first answer calls tools. */
  private static final class Calling implements ModelClient {

    @Override
    public ModelReply call(ModelRequest request) {
      ModelReply reply = new ModelReply("x", "gpt-real", ModelReply.Finish.COMPLETE, 7, 3);
      return request.turns().stream().anyMatch(Turn.ToolResult.class::isInstance)
          ? reply
          : reply.calling(
              List.of(
                  new ToolCall("a", "look", "{}"),
                  new ToolCall("b", "look", "{}"),
                  new ToolCall("c", "pay", "{}"),
                  new ToolCall("d", "made up by the model", "{}")));
    }

    @Override
    public String endpoint() {
      return "http://localhost:1234/v1";
    }

    @Override
    public void close() {}
  }

  private static ToolUse.Done use(ToolUse call) throws Exception {
    return call.tool().equals("pay")
        ? call.asking(QUESTION.with("cents", 5)).perform(() -> {})
        : call.perform(
            () -> {
              throw new IllegalStateException("secret");
            });
  }

  @Test
  void callsAreTimedByToolAndOutcome() {
    try (AgentRuntime runtime =
            AgentRuntime.builder()
                .modelClient("openai", new Calling())
                .approvals(Approvals.Decision::expired)
                .listener(new MicrometerListener(registry))
                .build();
        Run run = runtime.wiring(AGENT, ASK).start(EntryPointInfo.of(AGENT, "answer"))) {
      run.result(
          run.call(
              ASK, step -> step.tools(TOOLS, ToolMetersTest::use).ask(ASK, PromptText.of("p"))));
    }
    assertThat(timers("gen_ai.execute_tool.duration"))
        .containsExactlyInAnyOrder(
            "(unknown) invalid unknown_tool 1",
            "look failed java.lang.IllegalStateException 2",
            "pay refused none 1");
    assertThat(registry.find("gen_ai.execute_tool.duration").timers())
        .allMatch(timer -> "ask".equals(timer.getId().getTag("stepwright.step.name")))
        .allMatch(timer -> "Desk".equals(timer.getId().getTag("stepwright.agent")));
    assertThat(registry.find("stepwright.tool.approval.duration").timers())
        .singleElement()
        .satisfies(
            timer -> {
              assertThat(timer.count()).isEqualTo(1);
              assertThat(timer.getId().getTag("stepwright.tool.approval.outcome"))
                  .isEqualTo("expired");
            });
  }

  private List<String> timers(String name) {
    return registry.find(name).timers().stream().map(ToolMetersTest::text).toList();
  }

  private static String text(Timer timer) {
    TreeMap<String, String> tags = new TreeMap<>();
    for (Tag tag : timer.getId().getTags()) {
      tags.put(tag.getKey(), tag.getValue());
    }
    return tags.get("gen_ai.tool.name")
        + " "
        + tags.get("stepwright.tool.outcome")
        + " "
        + tags.get("error.type")
        + " "
        + timer.count();
  }
}
