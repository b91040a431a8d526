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
  abstract CompletableFuture<Integer> asked(); // <- StepResult: awaited by itself

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  abstract void nothing(); // <- StepResult
}
