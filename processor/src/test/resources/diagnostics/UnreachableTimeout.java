package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnreachableTimeout {
  @EntryPoint(timeout = "2s")
  String run();

  @AgentStep
  @Timeout("3s") // <- UnreachableTimeout: is stopped after 2s
  default String step() {
    return "";
  }
}
