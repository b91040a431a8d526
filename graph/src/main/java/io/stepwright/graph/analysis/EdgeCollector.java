package io.stepwright.graph.analysis;

import io.stepwright.descriptor.EntryPointDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.BindingDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.ConditionDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.Source;
import io.stepwright.graph.analysis.GraphEdge.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges all connections between two nodes into one edge. Conditions of a choice keep separate
 * edges, because they select the branch.
 */
final class EdgeCollector {

  private final TimedPath path;
  private final Map<Ends, Content> edges = new LinkedHashMap<>();

  EdgeCollector(TimedPath path) {
    this.path = path;
  }

  List<GraphEdge> collect(EntryPointDescriptor entryPoint) {
    for (NodeDescriptor node : entryPoint.steps()) {
      String to = "step:" + node.name();
      for (int i = 0; i < node.branches().size(); i++) {
        values(node.branches().get(i).inputs(), to);
        conditions(node, i, to);
      }
      node.after().forEach(step -> edge(new Source(false, step), to, -1).ordered = true);
    }
    values(entryPoint.resultBindings(), "result");
    entryPoint.also().forEach(step -> edge(new Source(false, step), "result", -1).ordered = true);
    List<GraphEdge> collected = new ArrayList<>();
    edges.forEach(
        (ends, content) ->
            collected.add(
                new GraphEdge(
                    ends.from,
                    ends.to,
                    ends.branch,
                    content.kind(),
                    content.tests.isEmpty() ? null : String.join(" and ", content.tests),
                    isCritical(ends))));
    return collected;
  }

  private void values(List<BindingDescriptor> bindings, String to) {
    for (BindingDescriptor binding : bindings) {
      Content content = edge(binding.source(), to, -1);
      content.required |= binding.required();
      content.optional = true;
    }
  }

  private void conditions(NodeDescriptor node, int branch, String to) {
    int end = node.isChoice() ? branch : -1;
    List<ConditionDescriptor> conditions = node.branches().get(branch).when();
    for (ConditionDescriptor when : conditions) {
      edge(when.source(), to, end).tests.add(when.test());
    }
    if (node.isChoice() && conditions.isEmpty()) {
      for (BranchDescriptor other : node.branches()) {
        other.when().forEach(when -> edge(when.source(), to, end).tests.add("otherwise"));
      }
    }
  }

  private Content edge(Source source, String to, int branch) {
    String from = (source.input() ? "input:" : "step:") + source.name();
    return edges.computeIfAbsent(new Ends(from, to, branch), ends -> new Content());
  }

  private boolean isCritical(Ends ends) {
    if (!ends.from.startsWith("step:")) {
      return false;
    }
    int from = path.steps().indexOf(ends.from.substring("step:".length()));
    if (from < 0) {
      return false;
    }
    boolean last = from == path.steps().size() - 1;
    return last ? ends.to.equals("result") : ends.to.equals("step:" + path.steps().get(from + 1));
  }

  private record Ends(String from, String to, int branch) {}

  private static final class Content {
    private final Set<String> tests = new LinkedHashSet<>();
    private boolean required;
    private boolean optional;
    private boolean ordered;

    private Kind kind() {
      if (required) {
        return Kind.VALUE;
      }
      if (!tests.isEmpty()) {
        return Kind.CONDITION;
      }
      return optional || !ordered ? Kind.OPTIONAL : Kind.ORDER;
    }
  }
}
