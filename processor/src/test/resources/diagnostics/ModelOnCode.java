package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface ModelOnCode {
  @EntryPoint
  String run();

  @AgentStep
  @Model("m") // <- ModelOnCode
  default String step() {
    return "";
  }

  @AgentStep
  @Prompt("Hello") // <- ModelOnCode
  default Integer other() {
    return 1;
  }

  @EntryPoint
  Integer number();

  @AgentStep
  @Regex("a") // <- ModelOnCode: @Regex
  default Long third(String text) {
    return 1L;
  }

  @EntryPoint
  Long last(String text);
}
