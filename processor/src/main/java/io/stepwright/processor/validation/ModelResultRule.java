package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.RECURSIVE_RESULT;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNSUPPORTED_RESULT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import java.util.Optional;

/** What a model answers must be a type that a strict JSON Schema can describe. */
final class ModelResultRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.steps()) {
      if (step.isAbstract() && !step.value().none() && !step.value().future()) {
        check(step, types, diagnostics);
      }
    }
  }

  private static void check(StepModel step, Types types, Diagnostics diagnostics) {
    if (step.value().optional()) {
      diagnostics.report(
          UNSUPPORTED_RESULT,
          step.method().place(),
          "Step '%s' is answered by a model but returns %s."
              .formatted(step.name(), step.method().returnType().display()),
          "A model's answer is always there.",
          "Return the value's own type, and let a code step decide that there is none.");
      return;
    }
    Shape shape = types.shape(step.value().type());
    recursion(shape, step.value().type().display())
        .ifPresent(
            path ->
                diagnostics.report(
                    RECURSIVE_RESULT,
                    step.method().place(),
                    "Step '%s' returns a record that contains itself, at %s."
                        .formatted(step.name(), path),
                    "A strict JSON Schema has no end there.",
                    "Return a record without recursion."));
    unsupported(shape, step.value().type().display())
        .ifPresent(
            what ->
                diagnostics.report(
                    UNSUPPORTED_RESULT,
                    step.method().place(),
                    "Step '%s' returns what a model cannot answer: %s."
                        .formatted(step.name(), what),
                    "Models answer String, primitives and their boxes, enums, and records of those.",
                    "Use one of these, and convert it in a code step."));
  }

  private static Optional<String> recursion(Shape shape, String path) {
    if (shape instanceof Shape.Recursive) {
      return Optional.of(path);
    }
    if (shape instanceof Shape.Structure structure) {
      return structure.components().stream()
          .flatMap(part -> recursion(part.shape(), path + "." + part.name()).stream())
          .findFirst();
    }
    return Optional.empty();
  }

  private static Optional<String> unsupported(Shape shape, String path) {
    if (shape instanceof Shape.Structure structure) {
      return structure.components().isEmpty()
          ? Optional.of("'%s' has no components".formatted(path))
          : structure.components().stream()
              .flatMap(part -> unsupported(part.shape(), path + "." + part.name()).stream())
              .findFirst();
    }
    if (shape instanceof Shape.Enumeration enumeration) {
      return enumeration.constants().isEmpty()
          ? Optional.of("'%s' has no constants".formatted(path))
          : Optional.empty();
    }
    boolean supported =
        shape instanceof Shape.Bool
            || shape instanceof Shape.Recursive
            || (shape instanceof Shape.Text && isText(shape.type()))
            || (shape instanceof Shape.Numeric && isNumber(shape.type()));
    return supported
        ? Optional.empty()
        : Optional.of("'%s' is of type %s".formatted(path, shape.type().display()));
  }

  private static boolean isText(TypeRef type) {
    return type instanceof TypeRef.Primitive
        || type.isClass("java.lang.String")
        || type.isClass("java.lang.Character");
  }

  private static boolean isNumber(TypeRef type) {
    return type instanceof TypeRef.Primitive
        || (type instanceof TypeRef.Declared declared
            && declared.packageName().equals("java.lang"));
  }
}
