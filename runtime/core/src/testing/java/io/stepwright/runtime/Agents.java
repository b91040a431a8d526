package io.stepwright.runtime;

import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;

/** Constants like those of a generated class. */
public final class Agents {

  public static final AgentInfo AGENT = new AgentInfo("Onboarding", "app.Onboarding");
  public static final StepInfo A = StepInfo.code(AGENT, "a");
  public static final StepInfo B = StepInfo.code(AGENT, "b");
  public static final StepInfo C = StepInfo.code(AGENT, "c");
  public static final StepInfo D = StepInfo.code(AGENT, "d");
  public static final EntryPointInfo ENTRY =
      EntryPointInfo.of(AGENT, "onboard").within(Duration.ofSeconds(60));

  private Agents() {}
}
