package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class NoConstructor { // <- NoConstructor: Make one protected
  private NoConstructor() {}

  @EntryPoint
  abstract String run();

  @AgentStep
  String step() {
    return "";
  }
}
