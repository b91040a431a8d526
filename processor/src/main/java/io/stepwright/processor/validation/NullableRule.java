package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.NULLABLE_IGNORED;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Answers;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.Nullness;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeWalk;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;

/**
 * Warns of {@code @Nullable} on values of an agent, where null is an error regardless of
 * annotations.
 */
final class NullableRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (EntryPointModel entryPoint : agent.entryPoints()) {
      parameters(entryPoint.method(), diagnostics);
    }
    for (ToolModel tool : agent.ownTools()) {
      tool(tool, types, diagnostics);
    }
    for (StepModel step : agent.answered()) {
      parameters(step.method(), diagnostics);
      result(step, diagnostics);
    }
    for (StepModel step : Answers.steps(agent)) {
      components(types.shape(step.returned().type()), step.method().place(), diagnostics);
    }
  }

  private static void tool(ToolModel tool, Types types, Diagnostics diagnostics) {
    MethodModel method = tool.method();
    parameters(method, diagnostics);
    for (ParameterModel parameter : method.parameters()) {
      if (parameter.from() == null) {
        components(types.shape(parameter.type()), parameter.place(), diagnostics);
      }
    }
    if (tool.asked() == null && method.nullness().mayBeNull()) {
      report("The result of " + tool.display(), method.place(), diagnostics);
    }
  }

  private static void parameters(MethodModel method, Diagnostics diagnostics) {
    for (ParameterModel parameter : method.parameters()) {
      if (parameter.nullness().mayBeNull()) {
        report(
            "Parameter '%s' of %s".formatted(parameter.name(), method.display()),
            parameter.place(),
            diagnostics);
      }
    }
  }

  private static void result(StepModel step, Diagnostics diagnostics) {
    Nullness nullness = step.method().nullness();
    boolean asked = step.isAbstract() && step.model() != null;
    if (asked ? nullness.isSaid() : mayBeNull(step.method().returnType(), nullness)) {
      report("The result of " + step.display(), step.method().place(), diagnostics);
    }
  }

  /** Returns whether the value may be null, or the value of a future for which the step waits. */
  private static boolean mayBeNull(TypeRef type, Nullness nullness) {
    return nullness.mayBeNull()
        || (type.isClass("java.util.concurrent.CompletableFuture") && nullness.part(0).mayBeNull());
  }

  private static void components(Shape result, Place otherwise, Diagnostics diagnostics) {
    for (ShapeWalk.Visit visit : ShapeWalk.of(result, result.type().display())) {
      if (visit.shape() instanceof Shape.Structure structure) {
        for (Shape.Component component : structure.components()) {
          if (component.mayBeNull()) {
            Place place = component.place();
            report(
                "'%s.%s', which a model answers,"
                    .formatted(structure.type().qualifiedName(), component.name()),
                place == null ? otherwise : place,
                diagnostics);
          }
        }
      }
    }
  }

  private static void report(String what, Place place, Diagnostics diagnostics) {
    diagnostics.report(
        NULLABLE_IGNORED,
        place,
        what + " says @Nullable, but null is an error here: say Optional.",
        "Stepwright takes null for a mistake, never for absence.",
        "Leave the annotation out, or take Optional<T> for T.");
  }
}
