package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface EmptyPrompt {
  @EntryPoint
  String run();

  @AgentStep
  @Model("m")
  @Prompt("  ") // <- EmptyPrompt
  String step();
}
