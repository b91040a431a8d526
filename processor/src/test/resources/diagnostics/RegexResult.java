package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface RegexResult {
  record Inner(String a) {}

  record Outer(Inner inner) {}

  @EntryPoint(also = {"number", "asked", "outer"})
  String run(String text);

  @AgentStep("step")
  default String fixed() {
    return "";
  }

  @AgentStep
  @Regex("a")
  Integer number(String text); // <- RegexResult: Return Optional<Integer>, List<Integer> or boolean

  @AgentStep
  @Regex("a")
  @Model("m")
  @Prompt("{{text}}")
  boolean asked(String text); // <- RegexResult: not found

  @AgentStep
  @Regex("(?P<inner>a)")
  Optional<Outer> outer(String text); // <- RegexResult: cannot be made of a match
}
