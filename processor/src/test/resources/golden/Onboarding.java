package app;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Cached;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;

@Agent
public abstract class Onboarding {
  public record Signup(String name, String email, String message, Plan plan) {}

  public enum Plan {
    FREE,
    TEAM
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

  public record Onboarded(Intent intent, Email email, String crmNote) {}

  @EntryPoint(timeout = "10s")
  public abstract Onboarded onboard(Signup signup);

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
          Write a welcome e-mail to {{signup.name}}.
          They want to {{intent}}.
          """)
  protected abstract Email email(Signup signup, Intent intent);

  @AgentStep
  @Model("ollama/llama3:8b")
  @Prompt("Summarise for the CRM in one sentence: {{signup}}")
  protected abstract String crmNote(Signup signup);
}
