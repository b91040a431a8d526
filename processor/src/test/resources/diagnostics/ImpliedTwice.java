package app;

import io.stepwright.*;

@Agent
interface ImpliedTwice {
  sealed interface Mail permits Bug, Note {}

  record Bug(String title) implements Mail {}

  record Note(String text) implements Mail {}

  @EntryPoint("last")
  String run(Mail mail);

  @AgentStep
  default String last(
      Bug first, // <- UnknownInput
      Bug second) { // <- UnknownInput
    return first.title() + second;
  }
}
