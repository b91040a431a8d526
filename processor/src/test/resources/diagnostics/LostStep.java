package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

abstract class LostStepBase {
  @AgentStep
  String step() {
    return "";
  }
}

@Agent
abstract class LostStep extends LostStepBase {
  @EntryPoint
  abstract String run();

  @AgentStep
  String other() {
    return "";
  }

  @Override
  String step() { // <- LostStep: Repeat @AgentStep
    return "";
  }
}
