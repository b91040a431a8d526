package io.stepwright.it.wire;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.Timeout;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;

/** Has steps that fail, steps that are slow, and steps that run another agent. */
@Agent
public abstract class Panel {

  public record Both(String one, String two) {}

  public record Mixed(String asked, String coded) {}

  protected final Research research;
  protected final CyclicBarrier together = new CyclicBarrier(2);
  protected final CountDownLatch interrupted = new CountDownLatch(1);

  protected Panel(Research research) {
    this.research = research;
  }

  /** Returns a latch that opens when the code step is interrupted. */
  public CountDownLatch interrupted() {
    return interrupted;
  }

  @EntryPoint("nested")
  public abstract CompletableFuture<Research.Found> outer(String topic);

  @EntryPoint(value = "nested", timeout = "1200ms")
  public abstract Research.Found outerSoon(String topic);

  @EntryPoint
  public abstract Both both(int number);

  @EntryPoint
  public abstract Mixed mixed(boolean yes);

  @EntryPoint("limited")
  public abstract String limit(char letter);

  @AgentStep
  protected Research.Found nested(String topic) {
    return research.find(topic);
  }

  @AgentStep
  protected String one(int number) throws Exception {
    together.await();
    throw new IllegalStateException("one");
  }

  @AgentStep
  protected String two(int number) throws Exception {
    together.await();
    throw new IllegalStateException("two");
  }

  @AgentStep
  @Model("tiny")
  @Prompt("asked {{yes}}")
  protected abstract String asked(boolean yes);

  @AgentStep
  protected String coded(boolean yes) throws InterruptedException {
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
  }

  @AgentStep
  @Timeout("400ms")
  @Model("tiny")
  @Prompt("limited {{letter}}")
  public abstract String limited(char letter);
}
