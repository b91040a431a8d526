package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface EmptyModel {
  @EntryPoint
  String run();

  @AgentStep
  @Model(" ") // <- EmptyModel
  @Prompt("Hello")
  String step();

  @AgentStep
  @Model(value = "m", fallback = "ollama/") // <- EmptyModel
  @Prompt("Hello")
  Integer number();

  @EntryPoint
  Integer other();
}
