package app;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Each;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.When;
import java.util.List;
import java.util.Optional;

/** Conditions, alternatives and lists, on the spine and beside it. */
@Agent
public abstract class Support {

  public enum Intent {
    REFUND,
    QUESTION,
    OTHER
  }

  public record Ticket(String text, boolean vip, List<String> attachments) {}

  public record Order(String number, boolean open) {}

  public record Handled(
      Intent intent, String reply, Optional<String> warning, List<String> labels) {}

  @EntryPoint
  public abstract Handled handle(Ticket ticket);

  @EntryPoint("reply")
  public abstract String answer(Ticket ticket);

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt("What is this about? {{ticket.text}}")
  protected abstract Intent intent(Ticket ticket);

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt("Is this angry? {{ticket.text}}")
  protected abstract boolean angry(Ticket ticket);

  @AgentStep
  @When("angry")
  @When("ticket.vip")
  @Model("gpt-4o")
  @Prompt("Warn the team: {{ticket.text}}")
  protected abstract String warning(Ticket ticket);

  @AgentStep
  @When(value = "intent", is = "REFUND")
  protected Optional<Order> order(Ticket ticket) {
    return Optional.empty();
  }

  @AgentStep("reply")
  @When(value = "intent", is = "REFUND")
  @Model("gpt-4o")
  @Prompt("Answer, knowing the order {{order}}: {{ticket.text}}")
  protected abstract String refundReply(Ticket ticket, Optional<Order> order);

  @AgentStep("reply")
  @When(value = "intent", is = "QUESTION")
  @Model("gpt-4o-mini")
  @Prompt("Answer: {{ticket.text}}")
  protected abstract String questionReply(Ticket ticket);

  @AgentStep("reply")
  protected String otherReply() {
    return "We will get back to you.";
  }

  @AgentStep("labels")
  @Model("gpt-4o-mini")
  @Prompt("One word for {{text}}, in {{ticket.text}}")
  protected abstract String label(@Each("texts") String text, Ticket ticket);

  @AgentStep("texts")
  protected String read(@Each(value = "ticket.attachments", atOnce = 4) String attachment) {
    return attachment;
  }
}
