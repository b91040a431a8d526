package app;

import io.stepwright.*;
import java.util.*;

@Agent
interface Implied {
  sealed interface Mail permits Bug, Note {}

  record Bug(String title) implements Mail {}

  record Note(String text) implements Mail {}

  @EntryPoint("reply")
  String run(Mail mail);

  @AgentStep("reply") // <- NotExhaustive: mail is Note
  default String bugReply(Bug bug) {
    return bug.title();
  }

  @AgentStep("reply")
  @When(value = "mail", is = "Bug") // <- Overlap
  default String second(Bug bug) {
    return bug.title();
  }
}
