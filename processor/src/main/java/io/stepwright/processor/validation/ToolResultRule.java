package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.TOOL_RESULT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.resolution.UnwrittenPart;

/**
 * Requires the result of a tool that code runs to have a form as JSON, which the model is told. The
 * results of other tools are answers of models, which {@link ModelResultRule} checks.
 */
final class ToolResultRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (ToolModel tool : agent.ownTools()) {
      TypeRef type = tool.resultType();
      if (tool.asked() != null || type.isVoid()) {
        continue;
      }
      UnwrittenPart.of(types.shape(type), type.display(), false, types)
          .ifPresent(
              what ->
                  diagnostics.report(
                      TOOL_RESULT,
                      tool.method().place(),
                      "%s returns %s, which cannot be written as JSON: %s."
                          .formatted(tool.title(), tool.method().returnType().display(), what),
                      "The model that called it is told the result as JSON.",
                      "Return a record, a value that has such a form, a CompletableFuture of one,"
                          + " or nothing."));
    }
  }
}
