package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnsupportedResult {
  record Report(String title, Details details) {}

  record Details(List<String> lines) {}

  enum Nothing {}

  @EntryPoint(also = {"maybe", "nothing"})
  Report run();

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  Report report(); // <- UnsupportedResult: 'Report.details.lines' is of type List<String>

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  Optional<String> maybe(); // <- UnsupportedResult

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  Nothing nothing(); // <- UnsupportedResult: has no constants
}
