package io.stepwright.descriptor;

import io.stepwright.descriptor.ToolUseDescriptor.Offered;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that the tools of a descriptor fit together: names refer to tools, budgets are in their
 * ranges, and no tool offers itself. Throws {@link DescriptorException}.
 */
final class ToolConsistency {

  /** Limit of tools whose models offer each other, which keeps recursions over them short. */
  private static final int MOST_NESTED = 64;

  private final Map<String, ToolDescriptor> tools = new LinkedHashMap<>();
  private final Set<String> checked = new HashSet<>();
  private final Set<String> open = new HashSet<>();

  private ToolConsistency() {}

  static void check(AgentDescriptor agent) {
    ToolConsistency consistency = new ToolConsistency();
    agent.tools().forEach(consistency::tool);
    agent.steps().forEach(step -> consistency.offered("the step", step));
    agent.tools().forEach(consistency::asked);
  }

  private void tool(ToolDescriptor tool) {
    if (tools.put(tool.name(), tool) != null) {
      throw wrong("the tool", tool.name(), "is there twice");
    }
    if ((tool.kind() == ToolDescriptor.Kind.MODEL) != (tool.asked() != null)) {
      throw wrong("the tool", tool.name(), "is answered by a model or is not, but not both");
    }
  }

  /** Checks a tool that a model answers. The models of tools can offer tools themselves. */
  private void asked(ToolDescriptor tool) {
    StepDescriptor step = tool.asked();
    if (step == null || checked.contains(tool.name())) {
      return;
    }
    if (!open.add(tool.name())) {
      throw wrong("the tool", tool.name(), "offers itself");
    }
    if (open.size() > MOST_NESTED) {
      throw wrong("the tool", tool.name(), "stands below too many others");
    }
    Consistency.step(step);
    offered("the tool", step);
    for (Offered offered : step.offeredTools()) {
      asked(known(offered, "the tool", step));
    }
    open.remove(tool.name());
    checked.add(tool.name());
  }

  private void offered(String what, StepDescriptor step) {
    ToolUseDescriptor use = step.tools();
    if (use == null) {
      return;
    }
    if (use.turns() < 1) {
      throw wrong(what, step.name(), "has tools and no turns");
    }
    Set<String> names = new HashSet<>();
    for (Offered offered : use.offered()) {
      ToolDescriptor tool = known(offered, what, step);
      if (!names.add(offered.tool())) {
        throw wrong(what, step.name(), "offers a tool twice");
      }
      if (!Set.copyOf(tool.parameters()).containsAll(List.copyOf(offered.bound().keySet()))) {
        throw wrong(what, step.name(), "binds a parameter that its tool does not have");
      }
    }
  }

  private ToolDescriptor known(Offered offered, String what, StepDescriptor step) {
    ToolDescriptor tool = tools.get(offered.tool());
    if (tool == null) {
      throw wrong(
          what,
          step.name(),
          "offers \"" + DisplayText.brief(offered.tool()) + "\", which is no tool");
    }
    return tool;
  }

  private static DescriptorException wrong(String what, String name, String problem) {
    return new DescriptorException(what + " \"" + DisplayText.brief(name) + "\" " + problem);
  }
}
