package io.stepwright.graph.descriptor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The upper bound of the requests that one run sends to models, not counting calls that code makes.
 * Immutable.
 *
 * @param fixed the requests of steps that run at most once
 * @param perItem the requests for one item of a list, by the path of the list
 */
public record ModelCallBound(int fixed, Map<String, Integer> perItem) {

  /** Copies the map. */
  public ModelCallBound {
    perItem = Collections.unmodifiableMap(new LinkedHashMap<>(perItem));
  }

  /** Returns the bound in words: {@code at most 9 model calls, and 3 for each of pages}. */
  public String text() {
    List<String> parts = new ArrayList<>();
    if (fixed > 0 || perItem.isEmpty()) {
      parts.add("at most " + calls(fixed));
    }
    perItem.forEach(
        (list, calls) ->
            parts.add(
                (parts.isEmpty() ? "at most " + calls(calls) : calls) + " for each of " + list));
    return String.join(", and ", parts);
  }

  /** Returns a number of model calls in words. */
  public static String calls(int calls) {
    return calls == 1 ? "1 model call" : calls + " model calls";
  }
}
