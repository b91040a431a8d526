package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnusedAction {
  @EntryPoint
  String run();

  @AgentStep
  default String step() {
    return "";
  }

  @AgentStep
  default void audit() {} // <- UnusedAction: also = "audit"
}
