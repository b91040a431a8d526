package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnsupportedResult {
  record Report(String title, Details details) {}

  record Details(Map<String, String> lines) {}

  enum Nothing {}

  sealed interface Typed permits Tagged {}

  record Tagged(String type) implements Typed {}

  @EntryPoint(also = {"nothing", "typed", "set"})
  Report run();

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  Report report(); // <- UnsupportedResult: 'Report.details.lines' is of type Map<String, String>

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  Nothing nothing(); // <- UnsupportedResult: has no constants

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  Typed typed(); // <- UnsupportedResult: a component 'type'

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  Set<String> set(); // <- UnsupportedResult: 'Set<String>' is of type Set<String>
}
