package io.stepwright.processor.resolution;

import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.ValuePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Traces the items of fan-outs through chains of fan-outs to the list from which they originally
 * come.
 */
final class ListOrigins {

  private ListOrigins() {}

  /**
   * Returns the nodes with the origins of their lists.
   *
   * @param nodes the nodes in topological order
   */
  static List<Node> of(List<Node> nodes) {
    Map<String, ValuePath> origins = new HashMap<>();
    List<Node> traced = new ArrayList<>();
    for (Node node : nodes) {
      List<Branch> branches = new ArrayList<>();
      for (Branch branch : node.branches()) {
        List<Binding> bindings = new ArrayList<>();
        for (Binding binding : branch.bindings()) {
          ValuePath origin =
              binding.isItemwise()
                  ? origins.getOrDefault(binding.source().name(), binding.path())
                  : binding.path();
          if (binding.parameter().each() != null) {
            origins.putIfAbsent(node.name(), origin);
          }
          bindings.add(new Binding(binding.parameter(), binding.path(), origin));
        }
        branches.add(
            new Branch(
                branch.step(), bindings, branch.conditions(), branch.unless(), branch.after()));
      }
      traced.add(new Node(node.name(), branches));
    }
    return traced;
  }
}
