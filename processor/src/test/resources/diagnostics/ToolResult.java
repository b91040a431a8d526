package app;

import io.stepwright.*;
import io.stepwright.runtime.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class ToolResult {
  record Order(String id, Map<String, List<Integer>> counts, Optional<String> note) {}

  record Tree(String name, List<Tree> children) {}

  @EntryPoint
  abstract String run(String text);

  @AgentStep
  @Model("m")
  @Tools
  @Prompt("{{text}}")
  abstract String step(String text);

  /** Anything. */
  @Tool
  Object any() { // <- ToolResult: Tool 'any' returns Object, which cannot be written as JSON: 'Object' is of type Object.
    return 1;
  }

  /** A picture. */
  @Tool
  List<Image> pictures() { // <- ToolResult: Tool 'pictures' returns List<Image>
    return List.of();
  }

  /** Bytes. */
  @Tool
  byte[] bytes() { // <- ToolResult: Tool 'bytes' returns byte[]
    return new byte[0];
  }

  /** Later. */
  @Tool
  CompletableFuture<String> later() { // <- ToolResult: The runtime runs several tools at once, each on a thread of its own. Wait in the method, and return the value itself.
    return CompletableFuture.completedFuture("");
  }

  /** Nothing. */
  @Tool
  void nothing() {}

  /** Orders. */
  @Tool
  Optional<List<Order>> orders() {
    return Optional.empty();
  }

  /** A tree. */
  @Tool
  Tree tree() {
    return new Tree("", List.of());
  }
}
