package io.stepwright.processor.model;

import static io.stepwright.descriptor.ModelCallBound.plus;
import static io.stepwright.descriptor.ModelCallBound.times;

import io.stepwright.descriptor.ModelCallBound;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Counts the most requests that the steps of one agent send to models. For one thread. */
public final class ModelCallCount {

  /** The most executions of a tool that a model answers, in one run of a step, by default. */
  private static final int CALLS_OF_A_TOOL = 8;

  private final WiredAgent wired;

  /** The counts by the ids of steps. A tool that is being counted has none yet. */
  private final Map<String, Integer> known = new HashMap<>();

  /** Creates the counts of an agent. */
  public ModelCallCount(WiredAgent wired) {
    this.wired = wired;
  }

  /** Returns the upper bound of the requests of one run of an entry point. */
  public ModelCallBound of(Graph graph) {
    int fixed = 0;
    Map<String, Integer> perItem = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      int once = 0;
      Map<String, Integer> each = new LinkedHashMap<>();
      for (Branch branch : node.branches()) { // At most one branch runs.
        int calls = of(branch.step());
        String list = list(branch);
        if (list.isEmpty()) {
          once = Math.max(once, calls);
        } else if (calls > 0) {
          each.merge(list, calls, Math::max);
        }
      }
      fixed = plus(fixed, once);
      each.forEach((list, calls) -> perItem.merge(list, calls, ModelCallBound::plus));
    }
    return new ModelCallBound(fixed, perItem);
  }

  /**
   * Returns the most requests that one execution of a step sends: its attempts for each turn and
   * for each fallback model, and those of the tools that models answer. Repairs are turns.
   */
  public int of(StepModel step) {
    if (step.model() == null || !step.isAbstract()) {
      return 0;
    }
    Integer counted = known.putIfAbsent(step.id(), 0);
    if (counted != null) {
      return counted;
    }
    int turns = step.tools() == null ? 1 : Math.max(1, step.tools().turns());
    int calls = times(step.attempts(), plus(turns, step.model().fallback().size()));
    for (ResolvedTool offered : wired.tools(step)) {
      ToolModel tool = offered.tool();
      if (tool.asked() != null) {
        int executions = tool.calls() > 0 ? tool.calls() : CALLS_OF_A_TOOL;
        calls = plus(calls, times(executions, of(tool.asked())));
      }
    }
    known.put(step.id(), calls);
    return calls;
  }

  /**
   * Returns the names of the steps and tools of a graph that code runs. The requests that they send
   * to models, such as by other agents, are not counted.
   */
  public Set<String> uncounted(Graph graph) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Node node : graph.nodes()) {
      for (Branch branch : node.branches()) {
        StepModel step = branch.step();
        if (step.isAbstract()) {
          tools(step, seen, names);
        } else {
          names.add(node.isChoice() ? step.method().name() : node.name());
        }
      }
    }
    return names;
  }

  private void tools(StepModel step, Set<String> seen, Set<String> names) {
    if (!seen.add(step.id())) {
      return;
    }
    for (ResolvedTool offered : wired.tools(step)) {
      ToolModel tool = offered.tool();
      if (tool.asked() != null) {
        tools(tool.asked(), seen, names);
      } else if (tool.facade() == null) {
        names.add(tool.name());
      }
    }
  }

  /** Returns the path of the list that a branch fans out over; empty if the branch runs once. */
  private static String list(Branch branch) {
    return branch.bindings().stream()
        .filter(binding -> binding.parameter().each() != null)
        .map(binding -> binding.origin().text())
        .findFirst()
        .orElse("");
  }
}
