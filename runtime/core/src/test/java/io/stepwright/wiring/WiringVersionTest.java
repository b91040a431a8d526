package io.stepwright.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WiringVersionTest {

  private static final AgentInfo AGENT = new AgentInfo("Desk", "app.Desk");

  @Test
  void aClassOfThisVersionIsTaken() {
    assertThat(AGENT.wiredFor(WiringVersion.CURRENT)).isSameAs(AGENT);
  }

  @Test
  void aNewerClassAsksForANewerRuntime() {
    assertThatThrownBy(() -> AGENT.wiredFor(WiringVersion.CURRENT + 1))
        .isInstanceOf(LinkageError.class)
        .hasMessageContaining(
            "Agent Desk was compiled for version %d".formatted(WiringVersion.CURRENT + 1))
        .hasMessageContaining("it is too old. Use a stepwright-core at least as new");
  }

  @Test
  void anOlderClassIsToBeCompiledAnew() {
    assertThatThrownBy(() -> WiringVersion.check("Desk", 2, 3, 4))
        .isInstanceOf(IncompatibleAgentError.class)
        .hasMessageContaining("runs versions from 3 on: it is too new. Compile the agent anew");
  }
}
