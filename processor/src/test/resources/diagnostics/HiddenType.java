package app;

import io.stepwright.*;

@Agent
public interface HiddenType { // <- HiddenType: hides the package of java.util.Objects
  @EntryPoint("both")
  String run(String Objects, String java);

  @AgentStep
  default String both(String Objects, String java) {
    return Objects + java;
  }
}
