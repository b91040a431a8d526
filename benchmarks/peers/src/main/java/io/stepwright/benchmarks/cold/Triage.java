package io.stepwright.benchmarks.cold;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;

/** One step with a typed answer. */
@Agent
public interface Triage {

  /** An answer. */
  record Intent(Kind kind, int urgency) {}

  /** A kind of ticket. */
  enum Kind {
    REFUND,
    QUESTION,
    OTHER
  }

  @EntryPoint(timeout = "60s")
  Intent triage(String ticket);

  @AgentStep
  @Model("model")
  @Prompt("Which intent has this ticket: {{ticket}}")
  Intent intent(String ticket);
}
