package io.stepwright.it.recovery;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.Regex;
import io.stepwright.Retry;
import io.stepwright.runtime.AgentResult;
import java.util.List;
import java.util.Optional;

/** Tries the cheapest means first. */
@Agent
public abstract class Triage {

  public enum Wish {
    REFUND,
    CANCEL,
    OTHER
  }

  public record Order(String id, int count) {}

  public record Triaged(
      Wish wish, List<Order> orders, Optional<String> phone, boolean urgent, int lucky) {}

  private int draws;

  @EntryPoint
  public abstract AgentResult<Triaged> triage(String mail);

  @AgentStep
  @Regex("(?i)\\b(refund|cancel)\\b")
  @Model(
      value = "first",
      fallback = {"second", "third"})
  @Retry(maxAttempts = 2)
  @Prompt("What does this customer want? {{mail}}")
  protected abstract Wish wish(String mail);

  @AgentStep
  @Regex("order (?P<id>[A-Z]+-\\d+) x(?P<count>\\d+)")
  protected abstract List<Order> orders(String mail);

  @AgentStep
  @Regex("(\\+\\d{5,})")
  protected abstract Optional<String> phone(String mail);

  @AgentStep
  @Regex("(?i)urgent|asap")
  protected abstract boolean urgent(String mail);

  /** Fails the first time, then succeeds. */
  @AgentStep
  @Retry
  protected int lucky(String mail) {
    draws++;
    if (draws == 1) {
      throw new IllegalStateException("not yet");
    }
    return draws;
  }
}
