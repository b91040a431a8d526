package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class UnboundTool {
  record Ticket(String customerId, String text) {}

  @EntryPoint(also = {"absent", "other", "delegates", "throughOptional"})
  abstract String run(Ticket ticket, Optional<String> maybe, Optional<Ticket> perhaps);

  @AgentStep
  @Model("m")
  @Tools({"orders", "typo", "wrongPath", "wrongType", "empty"})
  @Prompt("{{ticket.text}}")
  abstract String solve(Ticket ticket);

  @AgentStep
  @Model("m")
  @Tools({
    "ofMaybe",
    "orders" // <- UnboundTool: Step 'absent' lists the tool 'orders', whose parameter 'customer' is bound to 'ticket.customerId', but has no parameter 'ticket'. It has: maybe. [ecj 22]
  })
  @Prompt("{{maybe}}")
  abstract Integer absent(Optional<String> maybe);

  @AgentStep
  @Model("m")
  @Tools // <- UnboundTool: 'whole' // <- UnboundTool: Step 'other' lists the tool 'orders' // <- UnboundTool: 'wrongType' // <- UnboundTool: whose parameter 'value' is bound to 'maybe' // <- UnboundTool: assistant // <- UnboundTool: clerk
  @Prompt("Hello")
  abstract Long other();

  @AgentStep
  @Model("m")
  @Tools({"assistant", "clerk"})
  @Prompt("{{ticket.text}}")
  abstract Short delegates(Ticket ticket);

  @AgentStep
  @Model("m")
  @Tools({"ofPerhaps", "whole"})
  @Prompt("{{perhaps}}")
  abstract Byte throughOptional(Optional<Ticket> perhaps);

  /** A path through an Optional. */
  @Tool
  int ofPerhaps(@From("perhaps.customerId") String customer) { // <- UnboundTool: lists the tool 'ofPerhaps', whose parameter 'customer' is bound to 'perhaps.customerId'
    return 1;
  }

  /** Absence is that of the step's parameter. */
  @Tool
  int whole(@From("perhaps") Optional<Ticket> ticket) {
    return 1;
  }

  /** The orders. */
  @Tool(readOnly = true)
  int orders(@From("ticket.customerId") String customer, int number) {
    return 1;
  }

  /** A mistake. */
  @Tool
  int typo(@From("tiket.customerId") String customer) { // <- UnboundTool: Step 'solve' lists the tool 'typo', whose parameter 'customer' is bound to 'tiket.customerId', but has no parameter 'tiket'. It has: ticket. Did you mean 'ticket'?
    return 1;
  }

  /** A mistake. */
  @Tool
  int wrongPath(@From("ticket.customer") String customer) { // <- UnboundTool: which leads nowhere: Ticket has no accessor 'customer'. It has: customerId, text.
    return 1;
  }

  /** A mistake. */
  @Tool
  int wrongType(@From("ticket.customerId") int customer) { // <- TypeMismatch: Parameter 'customer' of tool 'wrongType' is of type int, but 'ticket.customerId' of step 'solve' is of type String.
    return 1;
  }

  /** A mistake. */
  @Tool
  int empty(@From("") String customer) { // <- UnboundTool: is bound to ''
    return 1;
  }

  /** A mistake. */
  @Tool
  int ofMaybe(@From("maybe") String value) { // <- TypeMismatch: The value may be absent. Make the parameter of the tool Optional<String>, or that of the step String.
    return 1;
  }

  /** A model chooses the ticket. */
  @Tool
  @Model("m")
  @Tools("orders")
  @Prompt("{{ticket.text}}{{words}}")
  abstract String assistant(
      Ticket ticket, // <- UnboundTool: Tool 'assistant' lists the tool 'orders', whose parameter 'customer' is bound to 'ticket.customerId', but a model chooses 'ticket'.
      @From("ticket.text") String words);

  /** Code binds the ticket, all the way. */
  @Tool
  @Model("m")
  @Tools({
    "orders",
    "ofMaybe" // <- UnboundTool: Tool 'clerk' lists the tool 'ofMaybe', whose parameter 'value' is bound to 'maybe', but has no parameter 'maybe'. It has: ticket, words. Add such a parameter, with @From, or take the tool off the list. [ecj 107]
  })
  @Prompt("{{ticket.text}}{{words}}")
  abstract String clerk(@From("ticket") Ticket ticket, String words);
}
