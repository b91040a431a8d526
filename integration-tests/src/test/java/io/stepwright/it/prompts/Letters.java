package io.stepwright.it.prompts;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Describe;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import java.util.List;
import java.util.Optional;

/** Prompts with slots of every kind. */
@Agent
public abstract class Letters {

  public enum Tone {
    FORMAL,
    @Describe("as among friends")
    WARM
  }

  public record Pet(String name, int age) {}

  public record Person(
      String name, Optional<String> nick, List<Pet> pets, Tone tone, double score, boolean known) {}

  @Describe("How a letter reads.")
  public record Review(@Describe("1 to 5") int stars, Tone tone) {}

  @EntryPoint("letter")
  public abstract String write(Person person, String topic, String secret);

  @EntryPoint
  public abstract Review judge(String letter);

  @AgentStep
  @Model("tiny")
  @Prompt(
      system = "You know {{secret}}.",
      value =
          "To {{person.name}} {{person.nick}}, \\{{kept}}, {{person.tone}}: {{topic}} {{person}}")
  protected abstract String letter(Person person, String topic, String secret);

  @AgentStep
  @Model(value = "alias:judge", temperature = 0.25, maxOutputTokens = 33)
  @Prompt("Judge {{letter}}")
  protected abstract Review review(String letter);
}
