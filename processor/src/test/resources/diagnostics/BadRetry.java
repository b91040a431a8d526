package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface BadRetry {
  @EntryPoint(also = {"act", "find"})
  String run(String text);

  @AgentStep
  @Retry(maxAttempts = 0) // <- BadRetry: at least 1
  default String step() {
    return "";
  }

  @AgentStep
  @SideEffect
  @Retry // <- BadRetry: is a side effect
  default void act() {}

  @AgentStep
  @Regex("a")
  @Retry // <- BadRetry: answered by an expression
  boolean find(String text);
}
