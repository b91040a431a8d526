package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;
import io.stepwright.runtime.AgentResult;

@Agent
interface EntryPointResult {
  @EntryPoint
  Optional<CompletableFuture<String>> inside(); // <- EntryPointResult

  @EntryPoint
  void nothing(); // <- EntryPointResult: names no step

  @EntryPoint(also = "step")
  AgentResult<Void> report(); // <- EntryPointResult

  @EntryPoint
  String run();

  @AgentStep
  default String step() {
    return "";
  }
}
