package io.stepwright.it.results;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;

/** Calls a step in its constructor, before the generated class is wired. */
@Agent
public abstract class Hasty {

  protected Hasty() {
    length("early");
  }

  @EntryPoint
  public abstract int run(String text);

  @AgentStep
  protected int length(String text) {
    return text.length();
  }
}
