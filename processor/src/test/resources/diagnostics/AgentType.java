package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
final class AgentType { // <- AgentType: neither an abstract class nor an interface
  @EntryPoint
  String run() { // <- EntryPointMethod: has a body
    return "";
  }

  @AgentStep
  String step() {
    return "";
  }
}
