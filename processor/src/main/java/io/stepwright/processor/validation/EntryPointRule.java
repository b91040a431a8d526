package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.ENTRY_POINT_METHOD;
import static io.stepwright.processor.diagnostics.DiagnosticId.ENTRY_POINT_RESULT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.MethodModel.Access;
import io.stepwright.processor.model.MethodModel.Modifier;
import io.stepwright.processor.model.Types;
import java.util.Optional;

/**
 * Requires an entry point to be an abstract method that the generated class can implement, with a
 * supported result type.
 */
final class EntryPointRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (EntryPointModel entryPoint : agent.entryPoints()) {
      MethodModel method = entryPoint.method();
      problem(method)
          .ifPresent(
              problem ->
                  diagnostics.report(
                      ENTRY_POINT_METHOD,
                      method.place(),
                      "Entry point %s %s.".formatted(method.display(), problem),
                      "Its body is generated, and its parameters are the inputs.",
                      method.ownerIsInterface()
                          ? "Declare it without a body and without a modifier."
                          : "Make it an abstract method that is public, protected or"
                              + " package-private."));
      result(entryPoint, diagnostics);
    }
  }

  private static Optional<String> problem(MethodModel method) {
    if (method.access() == Access.PRIVATE) {
      return Optional.of("is private");
    }
    if (method.is(Modifier.STATIC)) {
      return Optional.of("is static");
    }
    if (!method.is(Modifier.ABSTRACT)) {
      return Optional.of("has a body");
    }
    if (method.is(Modifier.GENERIC)) {
      return Optional.of("is generic");
    }
    if (method.access() == Access.OTHER_PACKAGE) {
      return Optional.of("is package-private in another package");
    }
    return Optional.empty();
  }

  private static void result(EntryPointModel entryPoint, Diagnostics diagnostics) {
    if (entryPoint.result().none() && entryPoint.result().reported()) {
      diagnostics.report(
          ENTRY_POINT_RESULT,
          entryPoint.method().place(),
          "Entry point %s returns a report without a value."
              .formatted(entryPoint.method().display()),
          "AgentResult is a value and its report.",
          "Return AgentResult of a value, or nothing, and see the run with a RunListener.");
    } else if (entryPoint.result().wrapped()) {
      diagnostics.report(
          ENTRY_POINT_RESULT,
          entryPoint.method().place(),
          "Entry point %s returns %s, which is not a form that a result can take."
              .formatted(entryPoint.method().display(), entryPoint.method().returnType().display()),
          "Wrappers nest in one order: CompletableFuture<AgentResult<Optional<T>>>, each of them"
              + " optional and none of them raw.");
    }
  }
}
