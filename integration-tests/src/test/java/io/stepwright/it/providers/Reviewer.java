package io.stepwright.it.providers;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.Retry;
import java.time.LocalDate;

/** A typed step and a text step, each with and without a fallback. */
@Agent
public abstract class Reviewer {

  public enum Mood {
    GLAD,
    ANGRY
  }

  /** Its schema has bounds and a format. */
  public record Rated(Mood mood, int stars, LocalDate day) {}

  /** A rating by two models. */
  public record Safe(Mood mood, int stars) {}

  @EntryPoint("rated")
  public abstract Rated rate(String review);

  @EntryPoint("summary")
  public abstract String summarise(String review);

  @EntryPoint("safe")
  public abstract Safe rateSafely(String review);

  @AgentStep
  @Model(value = "alias:first", temperature = 0.5, maxOutputTokens = 200)
  @Prompt(system = "You rate reviews.", value = "Rate: {{review}}")
  protected abstract Rated rated(String review);

  @AgentStep
  @Model(value = "alias:first", maxOutputTokens = 200)
  @Prompt("Summarise: {{review}}")
  protected abstract String summary(String review);

  @AgentStep
  @Model(value = "alias:first", fallback = "alias:spare")
  @Retry(maxAttempts = 1)
  @Prompt("Rate: {{review}}")
  protected abstract Safe safe(String review);
}
