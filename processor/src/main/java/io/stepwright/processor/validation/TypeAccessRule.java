package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.INACCESSIBLE_TYPE;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.ShapeAccess;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;

/**
 * Requires types of parameters and results that the generated class can name, and those of model
 * answers that it can make.
 */
final class TypeAccessRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (EntryPointModel entryPoint : agent.entryPoints()) {
      check(entryPoint.method(), types, diagnostics);
    }
    for (ToolModel tool : agent.ownTools()) {
      tool(tool, types, diagnostics);
    }
    for (StepModel step : agent.answered()) {
      check(step.method(), types, diagnostics);
      boolean made = step.isAbstract() && step.template() == null && !step.returned().none();
      TypeRef result = step.returned().type();
      if (made && types.accessible(result)) {
        ShapeAccess.toMake(types.shape(result), result.display(), types)
            .ifPresent(problem -> report(step.method(), problem, diagnostics));
      }
    }
  }

  private static void check(MethodModel method, Types types, Diagnostics diagnostics) {
    check(method, method.returnType(), method.place(), types, diagnostics);
    for (ParameterModel parameter : method.parameters()) {
      check(method, parameter.type(), parameter.place(), types, diagnostics);
    }
  }

  private static void tool(ToolModel tool, Types types, Diagnostics diagnostics) {
    check(tool.method(), types, diagnostics);
    for (ParameterModel parameter : tool.method().parameters()) {
      if (parameter.from() == null && types.accessible(parameter.type())) {
        ShapeAccess.toMake(types.shape(parameter.type()), parameter.name(), types)
            .ifPresent(
                problem ->
                    diagnostics.report(
                        INACCESSIBLE_TYPE,
                        parameter.place(),
                        "%s takes a type that the generated class cannot create: %s."
                            .formatted(tool.method().display(), problem),
                        "It is private, or belongs to another package.",
                        "Make the type at least package-private, in the agent's package, or"
                            + " public."));
      }
    }
  }

  private static void report(MethodModel method, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        INACCESSIBLE_TYPE,
        method.place(),
        "%s returns a type that the generated class cannot create: %s."
            .formatted(method.display(), problem),
        "It is private, or belongs to another package.",
        "Make the type at least package-private, in the agent's package, or public.");
  }

  private static void check(
      MethodModel method, TypeRef type, Place place, Types types, Diagnostics diagnostics) {
    if (!types.accessible(type)) {
      diagnostics.report(
          INACCESSIBLE_TYPE,
          place,
          "%s uses the type %s, which the generated class cannot name."
              .formatted(method.display(), type.display()),
          "It is private, or package-private in another package.",
          "Make the type at least package-private, in the agent's package.");
    }
  }
}
