package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class UnknownTool {
  @EntryPoint(also = {"near", "plain", "renamed", "isStep", "twice"})
  abstract String run(String text);

  @AgentStep
  @Model("m")
  @Tools({
    "orders",
    "oders", // <- UnknownTool: Step 'near' lists the tool 'oders', which agent UnknownTool does not have. Its tools are: orders, find-orders. Did you mean 'orders'? [ecj 14]
    "", // <- UnknownTool: lists the tool '' [ecj 14]
    "Größe\u0000" // <- UnknownTool: Its tools are [ecj 14]
  })
  @Prompt("{{text}}")
  abstract String near(String text);

  @AgentStep
  @Model("m")
  @Tools("forgotten") // <- UnknownTool: There is a method forgotten(…): annotate it with @Tool.
  @Prompt("{{text}}")
  abstract Integer plain(String text);

  @AgentStep
  @Model("m")
  @Tools("find") // <- UnknownTool: Write "find-orders", its name in such lists.
  @Prompt("{{text}}")
  abstract Long renamed(String text);

  @AgentStep
  @Model("m")
  @Tools("near") // <- UnknownTool: 'near' is a step
  @Prompt("{{text}}")
  abstract Short isStep(String text);

  @AgentStep
  @Model("m")
  @Tools({
    "orders",
    "find-orders",
    "orders" // <- ToolName: Step 'twice' lists the tool 'orders' twice [ecj 43]
  })
  @Prompt("{{text}}")
  abstract Double twice(String text);

  /** The orders. */
  @Tool
  int orders() {
    return 1;
  }

  /** Finds orders. */
  @Tool("find-orders")
  int find(String words) {
    return 1;
  }

  int forgotten() {
    return 1;
  }
}

@Agent
interface NoTools {
  @EntryPoint
  String run(String text);

  @AgentStep
  @Model("m")
  @Tools // <- UnknownTool: Step 'step' offers all tools of agent NoTools, which has none. Tools are methods with @Tool.
  @Prompt("{{text}}")
  String step(String text);
}
