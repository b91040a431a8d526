package io.stepwright.openai.client;

import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;

/**
 * An agent of one step, run as generated code would run it, with a real client and a real server.
 */
final class Agents {

  static final AgentInfo AGENT = new AgentInfo("Counter", "app.Counter");
  static final ModelStep<String> COUNT = ModelStep.text(AGENT, "count", "local/tiny");
  static final EntryPointInfo ENTRY =
      EntryPointInfo.of(AGENT, "count").within(Duration.ofSeconds(60));
  static final ModelStep<Integer> NUMBER = number("local/tiny");

  private static final String SCHEMA =
      """
      {"type":"object","properties":{"value":{"type":"integer"}},"required":["value"],"additionalProperties":false}""";

  private Agents() {}

  static ModelStep<Integer> number(String model) {
    return ModelStep.json(AGENT, "Count", model, SCHEMA, json -> json.field("value").asInt());
  }

  static AgentRuntime.Builder builder(ModelServer server) {
    return AgentRuntime.builder()
        .configuration("stepwright.providers.local.base-url", server.baseUrl());
  }

  static AgentRuntime runtime(ModelServer server) {
    return builder(server).build();
  }

  static int ask(AgentRuntime runtime, StepInfo step, ModelStep<Integer> call) {
    return reported(runtime, ENTRY, step, call).value();
  }

  static AgentResult<Integer> reported(
      AgentRuntime runtime, EntryPointInfo entry, StepInfo step, ModelStep<Integer> call) {
    try (Run run = runtime.wiring(AGENT, step).start(entry.step(step).reported())) {
      return AgentResult.of(run, run.call(step, it -> it.ask(call, PromptText.of("How many?"))));
    }
  }
}
