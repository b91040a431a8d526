package app;

import io.stepwright.*;
import java.util.*;

@Agent
interface Narrowed {
  enum Severity {
    HIGH,
    LOW
  }

  sealed interface Mail permits Bug, Note {}

  record Bug(Severity severity) implements Mail {}

  record Note(String text) implements Mail {}

  @EntryPoint("reply")
  String run(Mail mail);

  @AgentStep
  default String known(@From("mail.severity") Severity severity) { // <- UnknownInput: 'Bug' has it: write @When(value = "mail", is = "Bug") on the step.
    return "";
  }

  @AgentStep
  @When(value = "mail", is = {"Bug", "Note"})
  default String both(@From("mail.text") String text) { // <- UnknownInput: 'Note' has it
    return text;
  }

  @AgentStep
  @When(value = "mail.text", is = "x") // <- Condition: Mail has no accessor 'text'
  default String other(Bug bug) {
    return "";
  }

  @AgentStep("reply")
  @When(value = "mail.severity", is = "HIGH") // <- Condition
  default String reply(String known, String both, String other) {
    return known;
  }
}
