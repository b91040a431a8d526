package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface CycleByAfter {
  @EntryPoint
  String run();

  @AgentStep(after = "second") // <- Cycle: first -> second -> first
  default String first() {
    return "";
  }

  @AgentStep
  default Integer second(String first) {
    return 1;
  }
}
