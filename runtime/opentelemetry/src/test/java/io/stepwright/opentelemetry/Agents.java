package io.stepwright.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Constants as a generated class would hold them. */
final class Agents {

  static final AgentInfo AGENT = new AgentInfo("Desk", "app.Desk");
  static final AgentInfo INNER = new AgentInfo("Inner", "app.Inner");
  static final EntryPointInfo ENTRY =
      EntryPointInfo.of(AGENT, "answer").within(Duration.ofSeconds(60));
  static final EntryPointInfo INNER_ENTRY = EntryPointInfo.of(INNER, "look");
  static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "gpt");
  static final StepInfo A = StepInfo.code(AGENT, "a");
  static final StepInfo B = StepInfo.code(AGENT, "b");
  static final StepInfo C = StepInfo.code(AGENT, "c");
  static final StepInfo D = StepInfo.code(INNER, "d");
  static final ModelStep<String> TEXT = ModelStep.text(AGENT, "ask", "gpt");
  static final ModelStep<Integer> NUMBER =
      ModelStep.json(AGENT, "Number", "gpt", "{}", json -> json.field("value").asInt());
  static final String RUN = "invoke_workflow Desk.answer";
  static final String INNER_RUN = "invoke_workflow Inner.look";

  private Agents() {}

  static PromptText prompt() {
    return PromptText.of("the prompt");
  }

  static String step(String name) {
    return Names.STEP_SPAN + " " + name;
  }

  static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(30, TimeUnit.SECONDS)).as("awaited in time").isTrue();
  }
}
