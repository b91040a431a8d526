package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

class PrivateAgent {
  @Agent
  private interface Hidden { // <- PrivateAgent
    @EntryPoint
    String run();

    @AgentStep
    default String step() {
      return "";
    }
  }
}
