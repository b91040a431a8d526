package app;

import io.stepwright.*;
import io.stepwright.runtime.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnsupportedResult {
  record Report(String title, Details details) {}

  record Details(Map<String, String> lines, java.time.ZonedDateTime at, List<String>[] rows) {}

  record Scan(String name, Optional<Image> page) {}

  enum Nothing {}

  sealed interface Typed permits Tagged {}

  record Tagged(String type) implements Typed {}

  @EntryPoint(also = {"nothing", "typed", "set", "scan", "chat"})
  Report run();

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  Report report(); // <- UnsupportedResult: 'Report.details.lines' is of type Map<String, String>; 'Report.details.at' is of type ZonedDateTime; 'Report.details.rows' is of type List<String>[].

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
  Queue<String> set(); // <- UnsupportedResult: a model cannot answer: Queue<String>

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  Scan scan(); // <- UnsupportedResult: 'Scan.page' is of type Image

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  Conversation chat(); // <- UnsupportedResult: a model cannot answer: Conversation
}
