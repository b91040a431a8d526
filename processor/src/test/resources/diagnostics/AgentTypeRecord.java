package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
record AgentTypeRecord(int x) { // <- AgentType [ecj none] // <- NoEntryPoint [ecj none]
  @AgentStep
  public String step() {
    return "";
  }
}
