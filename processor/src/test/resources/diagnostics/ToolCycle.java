package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class ToolCycle {
  @EntryPoint
  abstract String run(String text);

  @AgentStep
  @Model("m")
  @Tools({"first", "self", "all"})
  @Prompt("{{text}}")
  abstract String step(String text);

  /** First. */
  @Tool
  @Model("m")
  @Tools("second")
  @Prompt("{{words}}")
  abstract String first(String words);

  /** Second. */
  @Tool
  @Model("m")
  @Tools({
    "code",
    "third",
    "first" // <- ToolCycle: Tools call each other: first → second → first. [ecj 28]
  })
  @Prompt("{{words}}")
  abstract String second(String words);

  /** Third. */
  @Tool
  @Model("m")
  @Tools("second") // <- ToolCycle: Tools call each other: second → third → second.
  @Prompt("{{words}}")
  abstract String third(String words);

  /** Itself. */
  @Tool
  @Model("m")
  @Tools("self") // <- ToolCycle: self → self
  @Prompt("{{words}}")
  abstract String self(String words);

  /** All. */
  @Tool
  @Model("m")
  @Tools // <- ToolCycle: all → all. @Tools without names offers all tools of the agent, the tool itself included. Name the tools that it needs.
  @Prompt("{{words}}")
  abstract String all(String words);

  /** Code. */
  @Tool
  int code() {
    return 1;
  }
}
