package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface BadSlot {
  @EntryPoint
  String run(String text);

  @AgentStep
  @Model("m")
  // The next line but one: <- +2 BadSlot: line 2 of the prompt, '{{text' has no closing braces
  @Prompt(
      """
      {{text}} and
      {{text""")
  String step(String text);

  @AgentStep
  @Model("m")
  @Prompt(
      "{{}} {{text}} {{a b}}") // <- BadSlot: is empty // <- BadSlot: not a path
  Integer number(String text);

  @EntryPoint
  Integer other(String text);
}
