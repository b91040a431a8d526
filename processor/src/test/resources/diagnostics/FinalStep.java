package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class FinalStep {
  @EntryPoint
  abstract String run();

  @AgentStep
  final String step() { // <- FinalStep
    return "";
  }
}
