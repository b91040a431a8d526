package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.TOOL_LIMIT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.ToolsText;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.Types;
import java.util.Locale;

/** Requires limits of turns, tokens and calls that a step with tools can keep to. */
final class ToolLimitRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.answered()) {
      ToolsText tools = step.tools();
      if (tools != null && tools.turns() < 1) {
        report(
            tools.turnsPlace(),
            "%s is given %d turns.",
            step.title(),
            tools.turns(),
            "A turn is a request to the model, and the last one brings the answer.",
            "Write at least 1; 2 or more let it see the result of a tool.",
            diagnostics);
      }
      if (tools != null && tools.tokens() < 0) {
        report(
            tools.tokensPlace(),
            "%s is given %d tokens.",
            step.title(),
            tools.tokens(),
            "",
            "Write a positive number, or leave it out for no limit.",
            diagnostics);
      }
    }
    for (ToolModel tool : agent.ownTools()) {
      if (tool.calls() < 0) {
        report(
            tool.callsPlace(),
            "%s may be called %d times.",
            tool.title(),
            tool.calls(),
            "",
            "Write a positive number, or leave it out for no limit.",
            diagnostics);
      }
    }
  }

  private static void report(
      Place place,
      String what,
      String owner,
      int number,
      String why,
      String fix,
      Diagnostics diagnostics) {
    diagnostics.report(
        TOOL_LIMIT, place, String.format(Locale.ROOT, what, owner, number), why, fix);
  }
}
