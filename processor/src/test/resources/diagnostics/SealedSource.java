package app;

import io.stepwright.*;

@Agent
interface SealedSource {
  sealed interface Mail permits Bug, Note {}

  record Bug(String title) implements Mail {}

  record Note(String text) implements Mail {}

  @EntryPoint(value = "a", also = "b")
  String run(Mail one, Mail two, int last);

  @AgentStep
  default String a(
      Bug bug) { // <- UnknownInput: 'one' and 'two' may be of that type: name the intended one with @From("one"), or with @When(value = "one", is = "Bug").
    return bug.title();
  }

  @AgentStep
  @When(value = "one", is = "Note")
  default String b(
      @From("one") Bug bug) { // <- TypeMismatch: It may be one: write @When(value = "one", is = "Bug") on the step.
    return bug.title();
  }
}
