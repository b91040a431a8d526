package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface AmbiguousResult {
  @EntryPoint
  String run(); // <- AmbiguousResult: first, second

  @AgentStep
  default String first() {
    return "";
  }

  @AgentStep
  default String second() {
    return "";
  }
}
