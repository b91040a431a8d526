package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface VoidInput {
  @EntryPoint
  String run();

  @AgentStep
  default void audit() {}

  @AgentStep
  default String step(
      Void audit) { // <- VoidInput: after = "audit"
    return "";
  }
}
