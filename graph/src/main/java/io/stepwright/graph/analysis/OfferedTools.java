package io.stepwright.graph.analysis;

import io.stepwright.descriptor.AgentDescriptor;
import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.descriptor.ToolDescriptor;
import io.stepwright.descriptor.ToolUseDescriptor;
import io.stepwright.descriptor.ToolUseDescriptor.Offered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tools that a step offers to its model, each followed by those that its own model is offered.
 * Immutable.
 *
 * @param tools the tools, in order
 */
public record OfferedTools(List<Use> tools) {

  /** Limit of tools of one step, which keeps drawings small: tools can offer each other. */
  private static final int MOST = 200;

  /** Copies the list. */
  public OfferedTools {
    tools = List.copyOf(tools);
  }

  /**
   * A tool that a model may call.
   *
   * @param tool the tool
   * @param offered the arguments that code chooses
   * @param by the tool whose model may call it; empty if it is the model of the step
   */
  public record Use(ToolDescriptor tool, Offered offered, String by) {

    /** Returns the name for display: {@code orders}, or {@code summary › search}. */
    public String label() {
      return by.isEmpty() ? tool.name() : by + " \u203a " + tool.name();
    }

    /** Returns the properties that matter to readers: {@code side effect}, {@code approved}. */
    public List<String> properties() {
      List<String> properties = new ArrayList<>();
      StepDescriptor asked = tool.asked();
      if (asked != null) {
        properties.add(StepText.work(asked));
      } else if (tool.server() != null) {
        properties.add("mcp " + tool.server());
      }
      if (tool.readOnly()) {
        properties.add("read-only");
      }
      if (tool.sideEffect()) {
        properties.add("side effect");
      }
      if (tool.approval() != null) {
        properties.add("approved");
      }
      if (tool.calls() > 0) {
        properties.add(tool.calls() == 1 ? "1 call" : tool.calls() + " calls");
      }
      if (tool.failing()) {
        properties.add("fails the step");
      }
      offered.bound().forEach((parameter, path) -> properties.add(parameter + " = " + path));
      return properties;
    }

    /** Returns the name with the properties: {@code refund (side effect, approved)}. */
    public String text() {
      List<String> properties = properties();
      return properties.isEmpty() ? label() : label() + " (" + String.join(", ", properties) + ")";
    }
  }

  /** Returns the tools of a step. */
  public static OfferedTools of(AgentDescriptor agent, StepDescriptor step) {
    List<Use> tools = new ArrayList<>();
    add(agent, step, "", new HashSet<>(), tools);
    return new OfferedTools(tools);
  }

  private static void add(
      AgentDescriptor agent, StepDescriptor step, String by, Set<String> seen, List<Use> tools) {
    for (Offered offered : step.offeredTools()) {
      ToolDescriptor tool = agent.tool(offered.tool());
      if (tool == null || tools.size() >= MOST) {
        continue;
      }
      tools.add(new Use(tool, offered, by));
      // A tool that several models may call is followed once.
      if (tool.asked() != null && seen.add(tool.name())) {
        add(agent, tool.asked(), tool.name(), seen, tools);
      }
    }
  }

  /** Returns the budget of a step's tools: {@code 6 turns, 20,000 tokens}; empty without tools. */
  public static String budget(StepDescriptor step) {
    ToolUseDescriptor use = step.tools();
    if (use == null) {
      return "";
    }
    String turns = use.turns() == 1 ? "1 turn" : use.turns() + " turns";
    return use.tokens() == 0
        ? turns
        : turns + String.format(Locale.ROOT, ", %,d tokens", use.tokens());
  }
}
