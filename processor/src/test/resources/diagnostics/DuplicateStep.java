package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface DuplicateStep {
  @EntryPoint
  String run();

  @AgentStep
  default String step() {
    return "";
  }

  @AgentStep("step") // <- DuplicateStep: DuplicateStep.step and DuplicateStep.other
  default String other() {
    return "";
  }
}
