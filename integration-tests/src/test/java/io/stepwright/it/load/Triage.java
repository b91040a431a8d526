package io.stepwright.it.load;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import java.util.concurrent.CompletableFuture;

/** Three model steps: two at once, and one after the first. */
@Agent
public abstract class Triage {

  public record Triaged(String topic, String summary, String reply) {}

  @EntryPoint(timeout = "5m")
  public abstract CompletableFuture<Triaged> triage(String mail);

  @AgentStep
  @Model("tiny")
  @Prompt("topic {{mail}}")
  protected abstract String topic(String mail);

  @AgentStep
  @Model("tiny")
  @Prompt("summary {{mail}}")
  protected abstract String summary(String mail);

  @AgentStep
  @Model("tiny")
  @Prompt("reply to {{topic}}")
  protected abstract String reply(String topic);
}
