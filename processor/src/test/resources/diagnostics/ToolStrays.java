package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
abstract class ToolStrays {
  @EntryPoint(also = {"code", "byExpression"})
  @Tools // <- StrayAnnotation: @Tools on ToolStrays.run has no meaning.
  @Approve("No?") // <- StrayAnnotation: @Approve on ToolStrays.run has no meaning. It belongs to a tool.
  abstract String run(String text);

  @AgentStep
  @Model("m")
  @Tools("tool")
  @Approve("No?") // <- StrayAnnotation: @Approve on ToolStrays.step
  @Prompt("{{text}}")
  abstract String step(String text);

  @AgentStep
  @Tools("tool") // <- ModelOnCode: Step 'code' has a body and @Tools.
  Integer code(String text) {
    return 1;
  }

  @AgentStep
  @Regex("a")
  @Tools("tool") // <- StrayAnnotation: No model answers the step
  abstract boolean byExpression(String text);

  @Check
  @Tools // <- StrayAnnotation: @Tools on ToolStrays.check
  Optional<String> check(String step) {
    return Optional.empty();
  }

  /** A tool. */
  @Tool
  @When("text") // <- StrayAnnotation: @When on ToolStrays.tool has no meaning. A model decides when to call a tool.
  @Cached // <- StrayAnnotation: @Cached on ToolStrays.tool has no meaning. It belongs to a step, or to a tool that a model answers.
  @Retry // <- StrayAnnotation: @Retry on
  @Timeout("1s") // <- StrayAnnotation: @Timeout on
  @Tools // <- StrayAnnotation: @Tools on
  int tool() {
    return 1;
  }

  /** Both. */
  @Tool // <- StrayAnnotation: @Tool on ToolStrays.alsoStep has no meaning. A method is a step
  @AgentStep
  Long alsoStep(Long alsoEntryPoint) { // <- UnusedStep
    return 1L;
  }

  @Tool // <- StrayAnnotation: not two of them
  @EntryPoint
  abstract Integer alsoEntryPoint(String text);

  /** Both. */
  @Tool
  @Check // <- StrayAnnotation: @Check on ToolStrays.alsoCheck
  Optional<String> alsoCheck(String step) { // <- UnusedTool
    return Optional.empty();
  }

  @Approve("No?") // <- StrayAnnotation: @Approve on ToolStrays.other
  int other() {
    return 1;
  }
}
