package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class StepResult {
  @EntryPoint(also = {"future", "asked", "nothing"})
  abstract String run();

  @AgentStep
  String step() {
    return "";
  }

  @AgentStep
  Future<String> future() { // <- StepResult
    return null;
  }

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  abstract CompletableFuture<Integer> asked(); // <- StepResult: the runtime awaits the step

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  abstract void nothing(); // <- StepResult
}
