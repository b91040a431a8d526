package io.stepwright.it.real;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.runtime.AgentResult;

/** Has a step of every type that a model can answer. */
@Agent
public abstract class Critic {

  public enum Mood {
    HAPPY,
    SAD,
    SCARY
  }

  /**
   * The place of a story.
   *
   * @param inside whether it plays inside of a house
   * @param people how many people are in it, 0 to 9
   */
  public record Place(boolean inside, byte people) {}

  public record Judged(String title, Mood mood, Place place, char grade) {}

  public record Review(
      Mood mood, int words, boolean fit, double worth, Long copies, char initial, Judged judged) {}

  @EntryPoint("summary")
  public abstract AgentResult<String> summarise(String story);

  @EntryPoint
  public abstract AgentResult<Review> review(String story);

  @AgentStep
  @Model(value = "alias:critic", temperature = 0)
  @Prompt("What is the mood? {{story}}")
  protected abstract Mood mood(String story);

  @AgentStep
  @Model(value = "alias:critic", temperature = 0, maxOutputTokens = 200)
  @Prompt("Summarise: {{story}}")
  protected abstract String summary(String story);

  @AgentStep
  @Model(value = "alias:critic", temperature = 0)
  @Prompt("How many words has it? {{story}}")
  protected abstract int words(String story);

  @AgentStep
  @Model(value = "alias:critic", temperature = 0)
  @Prompt("Is it fit for children? {{story}}")
  protected abstract boolean fit(String story);

  @AgentStep
  @Model(value = "alias:critic", temperature = 0)
  @Prompt("What is it worth, from 0 to 1? {{story}}")
  protected abstract double worth(String story);

  @AgentStep
  @Model(value = "alias:critic", temperature = 0)
  @Prompt("How many copies will sell? {{story}}")
  protected abstract Long copies(String story);

  @AgentStep
  @Model(value = "alias:critic", temperature = 0)
  @Prompt("The first letter of the hero's name? {{story}}")
  protected abstract char initial(String story);

  @AgentStep
  @Model(value = "alias:critic", temperature = 0)
  @Prompt(system = "You judge stories.", value = "Judge as {{mood}}: {{story}}")
  protected abstract Judged judged(String story, Mood mood);
}
