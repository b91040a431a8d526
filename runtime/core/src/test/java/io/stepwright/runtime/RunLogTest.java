package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.ModelClientException;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunLogTest {

  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "gpt");

  private static void ask(FakeClient client, String setting) {
    AgentRuntime.Builder builder =
        AgentRuntime.builder()
            .modelClient("openai", client)
            .configuration("stepwright.log.runs", setting);
    try (AgentRuntime runtime = builder.build();
        Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
      run.call(A, step -> "a");
      run.result(
          run.call(ASK, step -> step.ask(ModelStep.text(AGENT, "ask", "gpt"), PromptText.of("p"))));
    }
  }

  private static List<String> lines(CapturedLog log) {
    return log.messages().stream()
        .map(line -> line.replaceAll("\\d+(\\.\\d)? m?s \\(run \\d+\\)", "TIME"))
        .toList();
  }

  @Test
  void aRunIsOneLineIfThatIsAskedFor() {
    try (CapturedLog log = new CapturedLog(Logger.getLogger("io.stepwright.runs"))) {
      ask(FakeClient.of("x"), "true");
      assertThat(lines(log))
          .containsExactly(
              "Onboarding.onboard finished in TIME: 2 steps, 1 model calls, 0 of them again, 0 cache hits, tokens 7 in, 3 out");
    }
  }

  @Test
  void aFailureIsNamedByItsKind() {
    FakeClient broken =
        new FakeClient(
            request -> {
              throw new ModelClientException("secret", 401, false, null, null);
            });
    try (CapturedLog log = new CapturedLog(Logger.getLogger("io.stepwright.runs"))) {
      assertThatThrownBy(() -> ask(broken, "true")).isInstanceOf(ModelCallException.class);
      assertThat(lines(log))
          .singleElement()
          .asString()
          .startsWith("Onboarding.onboard failed (401) after TIME: 2 steps, 1 model calls");
    }
  }

  @Test
  void otherwiseNothingIsLogged() {
    try (CapturedLog log = new CapturedLog(Logger.getLogger("io.stepwright.runs"))) {
      ask(FakeClient.of("x"), "false");
      ask(FakeClient.of("x"), "");
      assertThat(log.messages()).isEmpty();
    }
    assertThatThrownBy(() -> ask(FakeClient.of("x"), "yes"))
        .isInstanceOf(AgentConfigurationException.class)
        .hasMessageContaining("stepwright.log.runs is 'yes'. Write true or false.");
  }
}
