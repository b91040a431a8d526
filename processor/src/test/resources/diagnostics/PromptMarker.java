package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface PromptMarker {
  @EntryPoint
  String run(String text);

  @AgentStep
  @Model("m")
  @Prompt(file = "prompts/nearly.md") // <- PromptMarker: prompts/nearly.md:1:1, the line '--- System ---' is nearly a marker
  String step(String text);
}
