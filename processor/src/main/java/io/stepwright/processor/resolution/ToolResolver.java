package io.stepwright.processor.resolution;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.ResolvedTool;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.resolution.ToolLookup.Listed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the tools that steps list, and binds their parameters to those of the steps. */
final class ToolResolver {

  private ToolResolver() {}

  /** Returns the tools of each step that offers some to its model, by the steps' ids. */
  static Map<String, List<ResolvedTool>> resolve(
      AgentModel agent, Types types, Diagnostics diagnostics) {
    Map<ToolModel, List<Part>> questions = new HashMap<>();
    for (ToolModel tool : agent.tools()) {
      if (tool.approve() != null) {
        questions.put(tool, new ToolQuestion(tool, types, diagnostics).resolve(tool.approve()));
      }
    }
    Map<StepModel, List<Listed>> lists = new LinkedHashMap<>();
    Map<ToolModel, List<StepModel>> offering = new HashMap<>();
    ToolLookup lookup = new ToolLookup(agent, diagnostics);
    for (StepModel step : agent.answered()) {
      if (step.tools() != null && step.model() != null) {
        List<Listed> listed = lookup.find(step, step.tools());
        lists.put(step, listed);
        listed.forEach(
            one -> offering.computeIfAbsent(one.tool(), unseen -> new ArrayList<>()).add(step));
      }
    }
    Set<Named> faults = new HashSet<>();
    Map<String, List<ResolvedTool>> resolved = new LinkedHashMap<>();
    lists.forEach(
        (step, listed) ->
            resolved.put(
                step.id(),
                listed.stream()
                    .map(
                        one ->
                            new ResolvedTool(
                                one.tool(),
                                new ToolArguments(
                                        agent,
                                        one,
                                        step,
                                        offering.getOrDefault(one.tool(), List.of()),
                                        faults,
                                        types,
                                        diagnostics)
                                    .resolve(),
                                questions.get(one.tool()),
                                result(one.tool(), types)))
                    .toList()));
    return resolved;
  }

  private static @Nullable Shape result(ToolModel tool, Types types) {
    TypeRef returned = tool.method().returnType();
    return returned.isVoid() ? null : types.shape(returned);
  }
}
