package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface ToolLimit {
  @EntryPoint
  String run(String text);

  @AgentStep
  @Model("m")
  @Tools(
      turns = 0, // <- ToolLimit: Step 'step' is given 0 turns.
      tokens = -1) // <- ToolLimit: Step 'step' is given -1 tokens.
  @Prompt("{{text}}")
  String step(String text);

  /** A tool. */
  @Tool(
      calls = -2) // <- ToolLimit: Tool 'tool' may be called -2 times.
  default int tool() {
    return 1;
  }

  /** A model answers. */
  @Tool
  @Model("m")
  @Tools(
      value = "tool",
      turns = -1) // <- ToolLimit: Tool 'asked' is given -1 turns.
  @Prompt("{{words}}")
  String asked(String words);
}
