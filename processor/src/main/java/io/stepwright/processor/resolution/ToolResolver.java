package io.stepwright.processor.resolution;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.ResolvedTool;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the tools that steps list, and binds their parameters to those of the steps. */
final class ToolResolver {

  private ToolResolver() {}

  /** Returns the tools of each step that offers some, by the steps' ids. */
  static Map<String, List<ResolvedTool>> resolve(
      AgentModel agent, Types types, Diagnostics diagnostics) {
    Map<String, List<ResolvedTool>> resolved = new LinkedHashMap<>();
    for (StepModel step : agent.answered()) {
      if (step.tools() != null) {
        List<ResolvedTool> tools = new ArrayList<>();
        for (ToolModel tool : agent.tools()) {
          List<String> names = step.tools().names().stream().map(Named::text).toList();
          if (names.isEmpty() ? tool.facade() == null : names.contains(tool.listed())) {
            tools.add(
                new ResolvedTool(
                    tool,
                    arguments(tool, step, types, diagnostics),
                    question(tool, types),
                    result(tool, types)));
          }
        }
        resolved.put(step.id(), tools);
      }
    }
    return resolved;
  }

  private static ResolvedTool.Result result(ToolModel tool, Types types) {
    TypeRef returned = tool.method().returnType();
    boolean future =
        tool.asked() == null
            && returned instanceof TypeRef.Declared declared
            && declared.arguments().size() == 1
            && (declared.isClass("java.util.concurrent.CompletableFuture")
                || declared.isClass("java.util.concurrent.CompletionStage"));
    TypeRef value = future ? ((TypeRef.Declared) returned).arguments().get(0) : returned;
    boolean none = value.isVoid() || (future && value.isClass("java.lang.Void"));
    return new ResolvedTool.Result(none ? null : types.shape(value), future);
  }

  private static @Nullable List<Part> question(ToolModel tool, Types types) {
    if (tool.approve() == null) {
      return null;
    }
    List<Part> parts = new ArrayList<>();
    for (PromptParser.Piece piece : PromptParser.parse(tool.approve().text())) {
      if (piece instanceof PromptParser.Text text) {
        parts.add(new PromptModel.Literal(text.text()));
      } else if (piece instanceof PromptParser.SlotText slot
          && new PathResolver(tool.method(), types).resolve(slot.path())
              instanceof PathResolver.Resolved resolved) {
        parts.add(resolved.slot());
      }
    }
    return parts;
  }

  private static List<ResolvedTool.Argument> arguments(
      ToolModel tool, StepModel step, Types types, Diagnostics diagnostics) {
    List<ResolvedTool.Argument> arguments = new ArrayList<>();
    for (ParameterModel parameter : tool.method().parameters()) {
      if (parameter.from() == null) {
        arguments.add(
            new ResolvedTool.Chosen(
                parameter,
                types.shape(parameter.type()),
                tool.parameterDescriptions().getOrDefault(parameter.name(), "")));
      } else {
        String path = parameter.from().text();
        if (new PathResolver(step.method(), types).resolve(path)
            instanceof PathResolver.Resolved bound) {
          arguments.add(new ResolvedTool.Bound(parameter, bound.slot()));
        }
      }
    }
    return arguments;
  }
}
