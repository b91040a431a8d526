package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface ModelParameter {
  @EntryPoint
  String run();

  @AgentStep
  @Model(
      value = "m",
      temperature = 2.5, // <- ModelParameter: 2.5
      maxOutputTokens = -1) // <- ModelParameter
  @Prompt("Hello")
  String step();
}
