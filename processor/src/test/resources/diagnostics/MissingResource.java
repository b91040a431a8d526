package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface MissingResource {
  @EntryPoint
  String run();

  @AgentStep
  @Model("m")
  @Prompt(file = "prompts/hello.md") // <- MissingResource: class output
  String step();
}
