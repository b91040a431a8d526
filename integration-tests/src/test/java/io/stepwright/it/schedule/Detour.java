package io.stepwright.it.schedule;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.runtime.AgentResult;

/**
 * A diamond beside a slow branch. In stages it takes {@code max(a, slow) + max(b, c) + max(d,
 * after)}; its critical path is far shorter.
 */
@Agent
public abstract class Detour {

  public record Arrived(int d, int after) {}

  @EntryPoint
  public abstract AgentResult<Arrived> go(int start);

  @AgentStep
  protected int a(int start) throws InterruptedException {
    return take(100, start);
  }

  @AgentStep
  protected int b(int a) throws InterruptedException {
    return take(100, a);
  }

  @AgentStep
  protected int c(int a) throws InterruptedException {
    return take(300, a);
  }

  @AgentStep
  protected int d(int b, int c) throws InterruptedException {
    return take(100, b + c);
  }

  @AgentStep
  protected int slow(int start) throws InterruptedException {
    return take(400, start);
  }

  @AgentStep
  protected int after(int slow) throws InterruptedException {
    return take(100, slow);
  }

  private static int take(int millis, int value) throws InterruptedException {
    Thread.sleep(millis);
    return value + 1;
  }
}
