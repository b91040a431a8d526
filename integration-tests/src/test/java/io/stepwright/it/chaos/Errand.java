package io.stepwright.it.chaos;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Cached;
import io.stepwright.Each;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.Timeout;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Has model steps side by side, a list, a cached step with a shared answer, and code. */
@Agent
public abstract class Errand {

  public record Task(String topic, List<String> items, Trouble trouble) {}

  public record Done(String facts, String common, List<String> notes, int count) {}

  protected final AtomicInteger inBodies = new AtomicInteger();

  /** Returns the number of threads inside of step code. */
  public int inBodies() {
    return inBodies.get();
  }

  @EntryPoint(timeout = "60s")
  public abstract Done run(Task task);

  @EntryPoint(timeout = "100ms")
  public abstract Done runSoon(Task task);

  @EntryPoint(timeout = "60s")
  public abstract CompletableFuture<Done> runLater(Task task);

  @AgentStep
  @Model(value = "tiny", fallback = "small")
  @Prompt("facts {{task.topic}}")
  protected abstract String facts(Task task);

  @AgentStep
  @Model("tiny")
  @Cached(ttl = "1s")
  @Prompt("common {{task.topic}}")
  protected abstract String common(Task task);

  @AgentStep("notes")
  @Model("tiny")
  @Prompt("note {{item}}")
  protected abstract String note(@Each("task.items") String item);

  @AgentStep
  @Timeout("2s")
  protected int count(Task task, String common) throws Exception {
    inBodies.incrementAndGet();
    try {
      task.trouble().make();
      return common.length();
    } finally {
      inBodies.decrementAndGet();
    }
  }
}
