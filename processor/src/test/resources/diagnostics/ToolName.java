package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class ToolName {
  @EntryPoint
  abstract String run(String text);

  @AgentStep
  @Model("m")
  @Tools
  @Prompt("{{text}}")
  abstract String step(String text);

  /** Orders. */
  @Tool
  int orders(int number) {
    return 1;
  }

  /** Orders. */
  @Tool
  int orders(String name) { // <- ToolName: Two tools of agent ToolName are named 'orders': ToolName.orders(int) and ToolName.orders(String).
    return 1;
  }

  /** Orders. */
  @Tool("orders") // <- ToolName: ToolName.find
  int find() {
    return 1;
  }

  /** Not ASCII. */
  @Tool
  int größe() { // <- ToolName: The name of tool 'größe' is not one that servers accept.
    return 1;
  }

  /** Blank. */
  @Tool("a b") // <- ToolName: 'a b'
  int blank() {
    return 1;
  }

  /** Too long. */
  @Tool("a1234567890123456789012345678901234567890123456789012345678901234") // <- ToolName
  int tooLong() {
    return 1;
  }

  /** Fits. */
  @Tool("a_-4567890123456789012345678901234567890123456789012345678901234")
  int fits() {
    return 1;
  }
}
