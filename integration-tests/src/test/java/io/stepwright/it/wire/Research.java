package io.stepwright.it.wire;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import java.util.concurrent.CompletableFuture;

/** Two model steps side by side. */
@Agent
public abstract class Research {

  public record Found(String facts, String rumours) {}

  @EntryPoint
  public abstract Found find(String topic);

  @EntryPoint(timeout = "1500ms")
  public abstract Found findSoon(String topic);

  @EntryPoint
  public abstract CompletableFuture<Found> findLater(String topic);

  @AgentStep
  @Model("tiny")
  @Prompt("facts {{topic}}")
  protected abstract String facts(String topic);

  @AgentStep
  @Model("tiny")
  @Prompt("rumours {{topic}}")
  protected abstract String rumours(String topic);
}
