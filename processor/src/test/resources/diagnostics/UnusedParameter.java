package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnusedParameter {
  @EntryPoint
  String run(String text, String tone);

  @AgentStep
  @Model("m")
  @Prompt("{{text}}")
  String step(
      String text,
      String tone); // <- UnusedParameter
}
