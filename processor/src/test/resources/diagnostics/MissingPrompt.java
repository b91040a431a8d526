package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface MissingPrompt {
  @EntryPoint
  String run();

  @AgentStep
  @Model("m") // <- MissingPrompt
  String step();
}
