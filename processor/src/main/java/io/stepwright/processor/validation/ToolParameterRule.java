package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.SCHEMA_LIMIT;
import static io.stepwright.processor.diagnostics.DiagnosticId.TOOL_PARAMETER;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeWalk;
import io.stepwright.processor.model.ShapeWalk.Visit;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Requires the parameters of a tool that a model chooses to have types that a strict JSON Schema
 * can describe.
 */
final class ToolParameterRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    agent.ownTools().forEach(tool -> check(tool, types, diagnostics));
  }

  private static void check(ToolModel tool, Types types, Diagnostics diagnostics) {
    List<Visit> all = new ArrayList<>();
    boolean fits = true;
    for (ParameterModel parameter : tool.method().parameters()) {
      if (parameter.each() != null) {
        fits = false;
        diagnostics.report(
            TOOL_PARAMETER,
            parameter.place(),
            "Parameter '%s' of %s has @Each.".formatted(parameter.name(), tool.display()),
            "A model calls a tool once for each item that it wants.",
            "Take it away, or take the whole list.");
      } else if (parameter.from() == null) {
        List<Visit> visits = ShapeWalk.of(types.shape(parameter.type()), parameter.name());
        all.addAll(visits);
        fits &= isDescribed(tool, parameter, visits, diagnostics);
      }
    }
    if (fits) {
      limit(tool, all, diagnostics);
    }
  }

  private static boolean isDescribed(
      ToolModel tool, ParameterModel parameter, List<Visit> visits, Diagnostics diagnostics) {
    Optional<String> problem =
        visits.stream()
            .filter(visit -> visit.shape() instanceof Shape.Recursive)
            .map(visit -> "'%s' contains itself".formatted(visit.path()))
            .findFirst()
            .or(
                () ->
                    visits.stream()
                        .flatMap(visit -> ModelResultRule.problem(visit).stream())
                        .findFirst());
    problem.ifPresent(
        what ->
            diagnostics.report(
                TOOL_PARAMETER,
                parameter.place(),
                "Parameter '%s' of %s is of a type that no strict JSON Schema describes: %s."
                    .formatted(parameter.name(), tool.display(), what),
                "A model chooses its value.",
                "Take a string, a number, a boolean, an enum, a date, a record, a sealed interface"
                    + " of records, or a List, Set, Optional or array of those; or fill it by code:"
                    + " @From(\"…\")."));
    return problem.isEmpty();
  }

  private static void limit(ToolModel tool, List<Visit> visits, Diagnostics diagnostics) {
    SchemaLimitRule.exceeded(visits)
        .ifPresent(
            what ->
                diagnostics.report(
                    SCHEMA_LIMIT,
                    tool.method().place(),
                    "The JSON Schema of the arguments of %s is too large: %s."
                        .formatted(tool.display(), what),
                    "Servers refuse such schemas.",
                    "Take less, or make several tools of it."));
  }
}
