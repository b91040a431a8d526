package io.stepwright.examples.supportdesk;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Cached;
import io.stepwright.Each;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.Regex;
import io.stepwright.Template;
import io.stepwright.When;
import io.stepwright.runtime.AgentResult;
import java.util.List;
import java.util.Optional;

/**
 * Answers a ticket: classifies it, writes a reply, labels the attachments, and escalates if
 * necessary.
 */
@Agent
public abstract class SupportDesk {

  public record Ticket(String customer, Plan plan, String text, List<Attachment> attachments) {}

  public record Attachment(String name, String text) {}

  public enum Plan {
    FREE,
    ENTERPRISE
  }

  public enum Intent {
    REFUND,
    QUESTION,
    OTHER
  }

  public enum Label {
    PHOTO,
    INVOICE,
    LOG,
    OTHER
  }

  public record Reply(String subject, String body) {}

  public record Handled(
      Intent intent,
      Optional<String> order,
      Reply reply,
      Optional<String> escalation,
      List<Label> labels) {}

  @EntryPoint(timeout = "60s")
  public abstract AgentResult<Handled> handle(Ticket ticket);

  /** Runs only the step {@code intent}, which {@link Main} repeats. */
  @EntryPoint("intent")
  public abstract AgentResult<Intent> classify(Ticket ticket);

  @AgentStep
  @Regex(value = "\\b[A-Z]{2}-\\d{4}\\b", on = "ticket.text")
  protected abstract Optional<String> order(Ticket ticket);

  @AgentStep
  @Model("gpt-4o-mini")
  @Cached(similarity = 0.95)
  @Prompt(
      """
      Does this customer want a refund, ask where a parcel is (QUESTION), or want something else?
      {{ticket.text}}
      """)
  protected abstract Intent intent(Ticket ticket);

  @AgentStep("reply")
  @When(value = "intent", is = "REFUND")
  @Model("gpt-4o-mini")
  @Template("reply/refund.json")
  protected abstract Reply refundReply(Ticket ticket, Optional<String> order);

  /** The template has no open slot, so no model is called. */
  @AgentStep("reply")
  @When(value = "intent", is = "QUESTION")
  @Template("reply/question.json")
  protected abstract Reply questionReply(Ticket ticket, Optional<String> order);

  /** Written without a template, because such tickets are rare. */
  @AgentStep("reply")
  @When(value = "intent", is = "OTHER")
  @Model("gpt-4o-mini")
  @Prompt(
      system = "You answer for the Acme support desk, warmly and in short sentences.",
      value = "Write a reply to {{ticket.customer}}: {{ticket.text}}")
  protected abstract Reply otherReply(Ticket ticket);

  /** Runs only for customers for whom the answer matters. */
  @AgentStep
  @When(value = "ticket.plan", is = "ENTERPRISE")
  @Model("gpt-4o-mini")
  @Prompt("Is this customer angry? {{ticket.text}}")
  protected abstract boolean angry(Ticket ticket);

  @AgentStep
  @When(value = "ticket.plan", is = "ENTERPRISE")
  @When("angry")
  @Model("gpt-4o-mini")
  @Prompt("Tell the account manager of {{ticket.customer}} in one sentence: {{ticket.text}}")
  protected abstract String escalation(Ticket ticket);

  @AgentStep("summaries")
  @Model("gpt-4o-mini")
  @Prompt("Summarise this attachment in one sentence. {{attachment.name}}: {{attachment.text}}")
  protected abstract String summary(
      @Each(value = "ticket.attachments", atOnce = 4) Attachment attachment);

  /** Starts for an attachment as soon as its summary is available. */
  @AgentStep("labels")
  @Model("gpt-4o-mini")
  @Prompt("Label this attachment: {{summary}}")
  protected abstract Label label(@Each(value = "summaries", atOnce = 4) String summary);
}
