package app;

import io.stepwright.*;

@Agent
interface ForgottenStep {
  record Answer(String text, int last) {}

  @EntryPoint(also = "store") // <- UnknownStep: There is a method store(…): annotate it with @AgentStep.
  Answer run(String text);

  default int words(String text) {
    return text.length();
  }

  default void store() {}

  default boolean loud(String text) {
    return true;
  }

  @AgentStep
  @When("loud") // <- Condition: There is a method loud(…): annotate it with @AgentStep.
  default int last(
      int words) { // <- UnknownInput: There is a method words(…): annotate it with @AgentStep.
    return words;
  }
}
