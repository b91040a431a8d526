package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class InaccessibleType {
  private record Secret(String text) {}

  @EntryPoint
  abstract String run(String input);

  @AgentStep
  Secret secret(String input) { // <- InaccessibleType: Secret
    return new Secret(input);
  }

  @AgentStep
  String step(
      Secret secret) { // <- InaccessibleType
    return "";
  }
}
