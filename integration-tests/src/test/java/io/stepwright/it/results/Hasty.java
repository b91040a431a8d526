package io.stepwright.it.results;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;

/** Cannot wait until it is wired. */
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
