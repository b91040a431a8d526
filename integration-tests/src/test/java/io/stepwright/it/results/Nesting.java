package io.stepwright.it.results;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.runtime.AgentResult;
import java.util.Optional;

/** An agent whose steps call another agent, and steps of their own. */
@Agent
public abstract class Nesting {

  private final Shop shop;

  protected Nesting(Shop shop) {
    this.shop = shop;
  }

  @EntryPoint("twice")
  public abstract AgentResult<String> run(Shop.Order order);

  @AgentStep
  protected Optional<String> voucher(Shop.Order order) {
    return shop.voucher(order);
  }

  @AgentStep
  protected String twice(Optional<String> voucher) {
    // Calls the same step twice in one run: direct calls are not memoised.
    return shout(voucher.orElse("none")) + shout("again");
  }

  @AgentStep
  @Model("tiny")
  @Prompt("Shout {{text}}")
  public abstract String shout(String text);

  @EntryPoint("shout")
  public abstract String other(String text);
}
