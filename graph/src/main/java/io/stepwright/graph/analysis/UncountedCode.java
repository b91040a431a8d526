package io.stepwright.graph.analysis;

import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.descriptor.ToolDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names the steps and tools that code runs, whose own model calls no bound counts. */
public final class UncountedCode {

  private static final int MOST = 12;

  private UncountedCode() {}

  /** Returns the names: {@code plan, orders and 3 more}; empty if there is no code. */
  public static String of(EntryGraph graph) {
    Set<String> names = new LinkedHashSet<>();
    for (NodeDescriptor node : graph.entryPoint().steps()) {
      for (BranchDescriptor branch : node.branches()) {
        StepDescriptor step = branch.step();
        if (step.kind() == StepDescriptor.Kind.CODE) {
          names.add(node.isChoice() ? step.method() : node.name());
        }
        for (OfferedTools.Use use : OfferedTools.of(graph.agent(), step).tools()) {
          if (use.tool().kind() == ToolDescriptor.Kind.CODE) {
            names.add(use.tool().name());
          }
        }
      }
    }
    List<String> listed = new ArrayList<>(names).subList(0, Math.min(MOST, names.size()));
    String more = names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "";
    return String.join(", ", listed) + more;
  }
}
