package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract sealed class SealedAgent permits SealedAgent.Only { // <- SealedAgent
  static non-sealed abstract class Only extends SealedAgent {}

  @EntryPoint
  abstract String run();

  @AgentStep
  String step() {
    return "";
  }
}
