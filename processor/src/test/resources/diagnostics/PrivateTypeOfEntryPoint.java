package app;

import io.stepwright.*;
import java.util.List;

@Agent
abstract class PrivateTypeOfEntryPoint {
  private record P(String text) {}

  @EntryPoint
  abstract String run(
      List<P> input); // <- InaccessibleType: uses the type List<P>

  @AgentStep
  String answer(
      List<P> input) { // <- InaccessibleType
    return "" + input;
  }
}
