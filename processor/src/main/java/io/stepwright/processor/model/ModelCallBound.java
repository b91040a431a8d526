package io.stepwright.processor.model;

import io.stepwright.processor.model.Graph.Arm;
import io.stepwright.processor.model.Graph.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The upper bound of the requests that one run sends to models, including attempts, repairs and
 * fallbacks. List sizes are unknown at compile time, so requests of fan-outs are counted per item
 * of each list. Calls that the code of steps makes are unknown, too.
 *
 * @param fixed the requests of steps that run at most once
 * @param perItem the requests for one item of a list, by the path of the list
 * @param beside true if there are code steps, whose own model calls are not counted
 */
public record ModelCallBound(int fixed, Map<String, Integer> perItem, boolean beside) {

  /** Copies the map. */
  public ModelCallBound {
    perItem = Collections.unmodifiableMap(new LinkedHashMap<>(perItem));
  }

  /** Computes the bound of a graph. */
  static ModelCallBound of(List<Node> nodes) {
    int fixed = 0;
    Map<String, Integer> perItem = new LinkedHashMap<>();
    boolean beside = false;
    for (Node node : nodes) {
      int once = 0;
      Map<String, Integer> each = new LinkedHashMap<>();
      for (Arm arm : node.arms()) { // At most one branch runs.
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

  /** Returns the path of the list that a branch fans out over; empty if the branch runs once. */
  private static String list(Arm arm) {
    return arm.bindings().stream()
        .filter(binding -> binding.parameter().each() != null)
        .map(binding -> binding.origin().text())
        .findFirst()
        .orElse("");
  }
}
