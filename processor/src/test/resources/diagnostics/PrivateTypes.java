package app;

import io.stepwright.*;

@Agent
abstract class PrivateTypes {
  private record P(String text) {}

  private static class Refused extends Exception {
    private static final long serialVersionUID = 1;
  }

  @EntryPoint
  abstract P run(String input) // <- InaccessibleType: PrivateTypes.run uses the type P
      throws Refused;

  @AgentStep
  @Model("m")
  @Prompt("{{input}}")
  abstract P answer(String input); // <- InaccessibleType: PrivateTypes.answer uses the type P
}
