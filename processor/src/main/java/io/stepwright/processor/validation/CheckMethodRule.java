package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.CHECK_METHOD;
import static io.stepwright.processor.diagnostics.DiagnosticId.STRAY_ANNOTATION;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.CheckModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.MethodModel.Access;
import io.stepwright.processor.model.MethodModel.Modifier;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import java.util.Optional;

/**
 * Requires a check to be a method with a body that the generated class can call and that returns
 * {@code Optional<String>}.
 */
final class CheckMethodRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (CheckModel check : agent.checks()) {
      MethodModel method = check.method();
      problem(method)
          .ifPresent(
              problem ->
                  diagnostics.report(
                      CHECK_METHOD,
                      method.place(),
                      "Check %s %s.".formatted(method.display(), problem),
                      "The generated class calls it with the result of a step, and tells the model"
                          + " what it returns.",
                      "Write a method with a body: %sOptional<String> %s(Result result)."
                          .formatted(method.ownerIsInterface() ? "default " : "", method.name())));
      for (ParameterModel parameter : method.parameters()) {
        if (parameter.from() != null || parameter.each() != null) {
          diagnostics.report(
              STRAY_ANNOTATION,
              parameter.place(),
              "Parameter '%s' of check %s has %s."
                  .formatted(
                      parameter.name(),
                      method.display(),
                      parameter.from() == null ? "@Each" : "@From"),
              "A check takes the result, then parameters of the step by their names.",
              "Take it away.");
        }
      }
    }
  }

  private static Optional<String> problem(MethodModel method) {
    if (method.is(Modifier.ABSTRACT)) {
      return Optional.of("is abstract");
    }
    if (method.access() == Access.PRIVATE) {
      return Optional.of("is private");
    }
    if (method.access() == Access.OTHER_PACKAGE) {
      return Optional.of("is package-private in another package");
    }
    if (method.is(Modifier.STATIC)) {
      return Optional.of("is static");
    }
    if (method.is(Modifier.GENERIC)) {
      return Optional.of("has type parameters of its own");
    }
    if (method.parameters().isEmpty()) {
      return Optional.of("has no parameter");
    }
    return isOptionalText(method.returnType())
        ? Optional.empty()
        : Optional.of("returns " + method.returnType().display());
  }

  private static boolean isOptionalText(TypeRef type) {
    return type.isClass("java.util.Optional")
        && type instanceof TypeRef.Declared declared
        && declared.arguments().size() == 1
        && declared.arguments().get(0).isClass("java.lang.String");
  }
}
