package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.TOOL_RESULT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.resolution.UnwrittenPart;
import java.util.List;

/**
 * Requires the result of a tool that code runs to have a form as JSON, which the model is told. The
 * results of other tools are answers of models, which {@link ModelResultRule} checks.
 */
final class ToolResultRule implements AgentRule {

  private static final List<String> PROMISES =
      List.of(
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Future");

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (ToolModel tool : agent.ownTools()) {
      MethodModel method = tool.method();
      TypeRef type = method.returnType();
      if (tool.asked() != null || type.isVoid()) {
        continue;
      }
      UnwrittenPart.of(types.shape(type), type.display(), false, types)
          .ifPresent(
              what ->
                  diagnostics.report(
                      TOOL_RESULT,
                      method.place(),
                      "%s returns %s, which cannot be written as JSON: %s."
                          .formatted(tool.title(), type.display(), what),
                      isPromise(type)
                          ? "The runtime runs several tools at once, each on a thread of its own."
                          : "The model that called it is told the result as JSON.",
                      isPromise(type)
                          ? "Wait in the method, and return the value itself."
                          : "Return a record, a value that has such a form, or nothing."));
    }
  }

  private static boolean isPromise(TypeRef type) {
    return PROMISES.stream().anyMatch(type::isClass);
  }
}
