package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface SeveralProblems {
  record Ticket(String id, String text) {}

  @EntryPoint(timeout = "1 week") // <- BadDuration
  Integer run(Ticket ticket);

  @AgentStep
  @Model("m")
  @Prompt("{{ticket.txt}}") // <- UnknownSlot: Did you mean 'text'?
  String summary(Ticket ticket);

  @AgentStep
  default Integer score(
      String sumary) { // <- UnknownInput: Did you mean 'summary'?
    return 1;
  }

  @AgentStep
  private Long hidden() { // <- PrivateStep
    return 1L;
  }
}
