package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class StaticStep {
  @EntryPoint
  abstract String run();

  @AgentStep
  static String step() { // <- StaticStep
    return "";
  }
}
