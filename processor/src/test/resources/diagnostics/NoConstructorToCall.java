package app;

import io.stepwright.*;

@Agent
abstract class NoConstructorToCall { // <- NoConstructor: take types that the generated class cannot name
  private static final class Hidden {}

  NoConstructorToCall(Hidden hidden) {}

  @EntryPoint("step")
  abstract String run(String in);

  @AgentStep
  String step(String in) {
    return in;
  }
}
