package io.stepwright.it.results;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Inherits steps, overrides one, and has two constructors. */
@Agent
public abstract class HelpDesk extends Desk<HelpDesk.Ticket> {

  public record Ticket(int number) {}

  public record Filed(String text, int length) {}

  private final UnaryOperator<String> style;

  protected HelpDesk() throws IOException {
    this("Dear", text -> text);
  }

  protected HelpDesk(String greeting, UnaryOperator<String> style) throws IOException {
    super(greeting);
    this.style = style;
  }

  @EntryPoint
  public abstract Filed file(Ticket ticket);

  @Override
  @AgentStep
  protected String text(Ticket ticket) {
    return style.apply(super.text(ticket));
  }
}
