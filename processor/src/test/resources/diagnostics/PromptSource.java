package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface PromptSource {
  @EntryPoint
  String run();

  @AgentStep
  @Model("m")
  @Prompt(
      value = "Hello",
      file = "prompts/hello.md") // <- PromptSource: Keep one
  String step();
}
