package io.stepwright.it.wire;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;

/** The smallest possible agent. */
@Agent
public interface Inquiry {

  @EntryPoint
  String run(String question);

  @AgentStep
  @Model("tiny")
  @Prompt("{{question}}")
  String ask(String question);
}
