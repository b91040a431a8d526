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

  @AgentStep
  @Model(value = "m", fallback = "alias:") // <- EmptyModel
  @Prompt("Hello")
  Long third();

  @EntryPoint
  Long more();

  @AgentStep
  @Model("alias:a/b") // <- EmptyModel
  @Prompt("Hello")
  Double fourth();

  @EntryPoint
  Double most();

  @AgentStep
  @Model(value = "alias:triage", fallback = {"alias:my.own-2", "gpt-4o"})
  @Prompt("Hello")
  Boolean fifth();

  @EntryPoint
  Boolean good();
}
