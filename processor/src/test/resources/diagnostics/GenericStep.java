package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class GenericStep {
  @EntryPoint
  abstract String run(String input);

  @AgentStep
  <T> String step(T input) { // <- GenericStep
    return "";
  }
}
