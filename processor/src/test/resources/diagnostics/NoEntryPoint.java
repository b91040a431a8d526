package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface NoEntryPoint { // <- NoEntryPoint
  @AgentStep
  default String step() {
    return "";
  }
}
