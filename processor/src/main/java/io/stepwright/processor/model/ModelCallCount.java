package io.stepwright.processor.model;

import io.stepwright.descriptor.ModelCallBound;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the most requests that one run sends to models. */
final class ModelCallCount {

  private ModelCallCount() {}

  /** Computes the bound of a graph. */
  static ModelCallBound of(List<Node> nodes) {
    int fixed = 0;
    Map<String, Integer> perItem = new LinkedHashMap<>();
    for (Node node : nodes) {
      int once = 0;
      Map<String, Integer> each = new LinkedHashMap<>();
      for (Branch branch : node.branches()) { // At most one branch runs.
        int calls = branch.step().mostModelCalls();
        String list = list(branch);
        if (list.isEmpty()) {
          once = Math.max(once, calls);
        } else if (calls > 0) {
          each.merge(list, calls, Math::max);
        }
      }
      fixed += once;
      each.forEach((list, calls) -> perItem.merge(list, calls, Integer::sum));
    }
    return new ModelCallBound(fixed, perItem);
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
