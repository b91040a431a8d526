package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnusedStep {
  @EntryPoint
  String run();

  @AgentStep
  default String step() {
    return "";
  }

  @AgentStep
  default Integer other() { // <- UnusedStep
    return 1;
  }

  @AgentStep
  @SuppressWarnings("stepwright:UnusedStep")
  default Long silenced() {
    return 1L;
  }
}
