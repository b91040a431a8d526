package io.stepwright.examples.onboarding;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Cached;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.runtime.AgentResult;

/** Welcomes a new user. */
@Agent
public abstract class Onboarding {

  public record Signup(String name, String email, String message, Plan plan) {}

  public enum Plan {
    FREE,
    TEAM,
    ENTERPRISE
  }

  public enum Intent {
    EVALUATE,
    MIGRATE,
    BUILD,
    OTHER
  }

  /**
   * A welcome e-mail.
   *
   * @param subject at most eight words
   * @param body plain text, two short paragraphs
   */
  public record Email(String subject, String body) {}

  /**
   * A note for the sales team.
   *
   * @param sentence one sentence, at most twenty words
   */
  public record Note(String sentence) {}

  public record Onboarded(Intent intent, Email email, Note crmNote) {}

  @EntryPoint(timeout = "60s")
  public abstract AgentResult<Onboarded> onboard(Signup signup);

  /** Runs only the step {@code intent}, which {@link Main} repeats. */
  @EntryPoint("intent")
  public abstract AgentResult<Intent> classify(Signup signup);

  @AgentStep
  @Model("gpt-4o-mini")
  @Cached(similarity = 0.95)
  @Prompt("What does this new user want? {{signup.message}}")
  protected abstract Intent intent(Signup signup);

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt(
      system = "You write for Acme, warmly and in short sentences.",
      value =
          """
          Write a welcome e-mail to {{signup.name}}, who is on the {{signup.plan}} plan.
          What they want: {{intent}}. What they wrote: {{signup.message}}
          """)
  protected abstract Email email(Signup signup, Intent intent);

  @AgentStep
  @Model("alias:notes")
  @Prompt("Summarise for the CRM in one sentence: {{signup}}")
  protected abstract Note crmNote(Signup signup);
}
