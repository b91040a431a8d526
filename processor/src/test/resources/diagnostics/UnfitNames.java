package app;

import io.stepwright.*;
import io.stepwright.runtime.AgentResult;
import java.util.*;

@Agent
interface UnfitNames {
  @EntryPoint("one")
  String run(String query, List<String> words);

  @AgentStep
  default String one(
      List<Long> word) { // <- UnknownInput: Name one of them with @From("…"), or add a step 'word'.
    return "";
  }

  @EntryPoint
  Optional<AgentResult<String>> turned(String query); // <- EntryPointResult

  @EntryPoint("a")
  int overloads(String query, Integer number);

  @AgentStep
  default int a(String query) {
    return 1;
  }

  @AgentStep
  default int a(Integer number) { // <- DuplicateStep: UnfitNames.a(String) and UnfitNames.a(Integer)
    return 1;
  }

  @EntryPoint("map")
  Map<String, String> answer(String query);

  @AgentStep
  @Model("m")
  @Prompt("{{query}}")
  Map<String, String> map(String query); // <- UnsupportedResult: a model cannot answer: Map<String, String>.
}
