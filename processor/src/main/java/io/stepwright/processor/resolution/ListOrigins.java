package io.stepwright.processor.resolution;

import io.stepwright.processor.model.Graph.Arm;
import io.stepwright.processor.model.Graph.Binding;
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
      List<Arm> arms = new ArrayList<>();
      for (Arm arm : node.arms()) {
        List<Binding> bindings = new ArrayList<>();
        for (Binding binding : arm.bindings()) {
          ValuePath origin =
              binding.isItemwise()
                  ? origins.getOrDefault(binding.source().name(), binding.path())
                  : binding.path();
          if (binding.parameter().each() != null) {
            origins.putIfAbsent(node.name(), origin);
          }
          bindings.add(new Binding(binding.parameter(), binding.path(), origin));
        }
        arms.add(new Arm(arm.step(), bindings, arm.conditions(), arm.unless(), arm.after()));
      }
      traced.add(new Node(node.name(), arms));
    }
    return traced;
  }
}
