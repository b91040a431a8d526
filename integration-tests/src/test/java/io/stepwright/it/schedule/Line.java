package io.stepwright.it.schedule;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One step after another. */
@Agent
public abstract class Line {

  /** The threads of the steps with code. */
  protected final List<Thread> threads = new CopyOnWriteArrayList<>();

  public List<Thread> threads() {
    return threads;
  }

  @EntryPoint("third")
  public abstract String run(String text);

  @AgentStep
  protected String first(String text) {
    threads.add(Thread.currentThread());
    return text.strip();
  }

  @AgentStep
  @Model("tiny")
  @Prompt("{{first}}")
  protected abstract String second(String first);

  @AgentStep
  protected String third(String second) {
    threads.add(Thread.currentThread());
    return second + " Really.";
  }
}
