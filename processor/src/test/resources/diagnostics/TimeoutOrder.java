package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface TimeoutOrder {
  @EntryPoint
  String run();

  @AgentStep
  @Timeout(value = "1s", attempt = "2s") // <- TimeoutOrder
  default String step() {
    return "";
  }
}
