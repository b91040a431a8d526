package io.stepwright.it.results;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;

/** Calls a model in its constructor. */
@Agent
public abstract class Eager {

  protected final String greeting;

  protected Eager() {
    greeting = greet("early");
  }

  @EntryPoint
  public abstract String run(String name);

  @AgentStep
  @Model("tiny")
  @Prompt("Greet {{name}}")
  protected abstract String greet(String name);
}
