package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface RecursiveResult {
  record Tree(String name, Tree child) {}

  @EntryPoint
  Tree run();

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  Tree tree(); // <- RecursiveResult: Tree.child
}
