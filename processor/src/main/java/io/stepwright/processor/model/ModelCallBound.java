package io.stepwright.processor.model;

import io.stepwright.processor.model.Graph.Arm;
import io.stepwright.processor.model.Graph.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The most requests that one run sends to models, with all attempts, repairs and fallbacks. How
 * many items a list has is not known at compile time, so steps that go through lists are counted
 * for one item of each list. Calls that code makes are not known either.
 *
 * @param fixed the requests of steps that run once at most
 * @param perItem the requests for one item of a list, by the list's path
 * @param beside whether there are code steps, whose own calls are not counted
 */
public record ModelCallBound(int fixed, Map<String, Integer> perItem, boolean beside) {

  /** Copies the map. */
  public ModelCallBound {
    perItem = Collections.unmodifiableMap(new LinkedHashMap<>(perItem));
  }

  /** The bound of a graph. */
  static ModelCallBound of(List<Node> nodes) {
    int fixed = 0;
    Map<String, Integer> perItem = new LinkedHashMap<>();
    boolean beside = false;
    for (Node node : nodes) {
      int once = 0;
      Map<String, Integer> each = new LinkedHashMap<>();
      for (Arm arm : node.arms()) { // At most one of them runs.
        int calls = arm.step().mostModelCalls();
        String list = list(arm);
        if (list.isEmpty()) {
          once = Math.max(once, calls);
        } else if (calls > 0) {
          each.merge(list, calls, Math::max);
        }
        beside |= !arm.step().isAbstract();
      }
      fixed += once;
      each.forEach((list, calls) -> perItem.merge(list, calls, Integer::sum));
    }
    return new ModelCallBound(fixed, perItem, beside);
  }

  /** The path of the list that a method goes through; empty if it runs once. */
  private static String list(Arm arm) {
    return arm.bindings().stream()
        .filter(binding -> binding.parameter().each() != null)
        .map(binding -> binding.origin().text())
        .findFirst()
        .orElse("");
  }
}
