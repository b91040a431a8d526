package io.stepwright.it.results;

import io.stepwright.AgentStep;
import java.io.IOException;

/** A base class with a type parameter, a constructor, a field and steps. */
public abstract class Desk<T> {

  protected final String greeting;

  protected Desk(String greeting) throws IOException {
    if (greeting.isEmpty()) {
      throw new IOException("no greeting");
    }
    this.greeting = greeting;
  }

  @AgentStep
  protected String text(T ticket) {
    return greeting + " " + ticket;
  }

  @AgentStep
  protected int length(String text) {
    return text.length();
  }
}
