package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

interface ToolSet {
  /** Inherited, and used by another agent perhaps. */
  @Tool
  default int inherited() {
    return 1;
  }

  @Tool
  default int inheritedAndUsed() { // <- ToolUndocumented: Tool 'inheritedAndUsed' has no description.
    return 1;
  }
}

@Agent
abstract class UnusedTool implements ToolSet {
  @EntryPoint
  abstract String run(String text);

  @AgentStep
  @Model("m")
  @Tools({"used", "inheritedAndUsed", "undocumented", "described"})
  @Prompt("{{text}}")
  abstract String step(String text);

  /** Used. */
  @Tool
  int used(String noComment) {
    return 1;
  }

  @Tool
  int undocumented(String a, @From("text") String b, int c) { // <- ToolUndocumented: Tool 'undocumented' has no description. Neither have its parameters: 'a', 'c'.
    return 1;
  }

  @Tool
  @Describe("Described.")
  int described(@From("text") String b) {
    return 1;
  }

  @Tool
  @SuppressWarnings("stepwright:ToolUndocumented")
  int unused() { // <- UnusedTool: No step offers tool 'unused' to its model. List it, as in @Tools("unused"), or take @Tool away.
    return 1;
  }

  @Tool
  @Model("m")
  @Tools("onlyOfUnused")
  @Prompt("{{words}}")
  abstract String unusedModel(String words); // <- UnusedTool: No step offers tool 'unusedModel'

  @Tool
  int onlyOfUnused() { // <- UnusedTool: No step offers tool 'onlyOfUnused'
    return 1;
  }
}
