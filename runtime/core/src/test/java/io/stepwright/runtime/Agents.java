package io.stepwright.runtime;

import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;

/** Constants as a generated class would hold them. */
final class Agents {

  static final AgentInfo AGENT = new AgentInfo("Onboarding", "app.Onboarding");
  static final StepInfo A = StepInfo.code(AGENT, "a");
  static final StepInfo B = StepInfo.code(AGENT, "b");
  static final StepInfo C = StepInfo.code(AGENT, "c");
  static final StepInfo D = StepInfo.code(AGENT, "d");
  static final EntryPointInfo ENTRY =
      EntryPointInfo.of(AGENT, "onboard").within(Duration.ofSeconds(60));

  private Agents() {}
}
