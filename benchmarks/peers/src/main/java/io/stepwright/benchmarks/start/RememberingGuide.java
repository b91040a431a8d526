package io.stepwright.benchmarks.start;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Cached;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;

/** The flow {@code GUIDE}, whose first step is cached by meaning. */
@Agent
public interface RememberingGuide {

  /** The result of a run. */
  record Outcome(int intent, int email, int note) {}

  @EntryPoint
  Outcome run(String n);

  @AgentStep
  @Model("model")
  @Cached(similarity = 0.95)
  @Prompt("Step GUIDE/1 on {{n}} + 0.")
  int intent(String n);

  @AgentStep
  @Model("model")
  @Prompt("Step GUIDE/2 on {{n}} + {{intent}}.")
  int email(String n, int intent);

  @AgentStep
  @Model("model")
  @Prompt("Step GUIDE/3 on {{n}} + 0.")
  int note(String n);
}
