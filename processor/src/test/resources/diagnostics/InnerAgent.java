package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

class InnerAgent {
  @Agent
  abstract class Inner { // <- InnerAgent
    @EntryPoint
    abstract String run();

    @AgentStep
    String step() {
      return "";
    }
  }
}
