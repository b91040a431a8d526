package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class PrivateStep {
  @EntryPoint
  abstract String run();

  @AgentStep
  private String step() { // <- PrivateStep: Make it protected
    return "";
  }
}
