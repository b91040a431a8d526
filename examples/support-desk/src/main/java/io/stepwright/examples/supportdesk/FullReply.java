package io.stepwright.examples.supportdesk;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.examples.supportdesk.SupportDesk.Reply;
import io.stepwright.examples.supportdesk.SupportDesk.Ticket;
import io.stepwright.runtime.AgentResult;

/** Writes the reply to a refund without its template: the model writes every word. */
@Agent
public abstract class FullReply {

  @EntryPoint(timeout = "60s")
  public abstract AgentResult<Reply> write(Ticket ticket);

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt(
      system = "You answer for the Acme support desk, warmly and in short sentences.",
      value =
          """
          Write the whole refund message to {{ticket.customer}}, in about 100 words: regret what
          went wrong; the money is on its way to where it came from, nothing has to be sent back;
          banks take three to five working days, after seven they should reply; a replacement is
          free if they reply REPLACE within two days; the order number as reference.
          What they wrote: {{ticket.text}}
          """)
  protected abstract Reply reply(Ticket ticket);
}
