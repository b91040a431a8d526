package io.stepwright.descriptor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The longest chain of dependent steps: the critical path method of Kelley and Walker (1959) in one
 * pass over the steps in topological order. Of chains of equal length the first is taken; a chain
 * of length zero is empty. Depends on the JDK alone, so that the annotation processor can carry a
 * copy. Immutable.
 *
 * @param names the steps of the chain, in order
 * @param length the sum of their durations
 */
public record CriticalPath(List<String> names, long length) {

  /**
   * A step and its dependencies.
   *
   * @param name the step's name
   * @param duration the step's duration, in any unit
   * @param after names of the steps that it waits for; each must come before it
   */
  public record Node(String name, long duration, List<String> after) {}

  /** Finds the path. If several nodes have the same name, the longest counts. */
  public static CriticalPath of(List<Node> nodes) {
    Map<String, End> ends = new HashMap<>();
    End longest = new End(null, null, 0);
    for (Node node : nodes) {
      @Nullable End before = null;
      for (String name : node.after()) {
        End end = ends.get(name);
        if (end != null && end.length > (before == null ? 0 : before.length)) {
          before = end;
        }
      }
      End end =
          new End(node.name(), before, (before == null ? 0 : before.length) + node.duration());
      ends.merge(node.name(), end, (a, b) -> b.length > a.length ? b : a);
      if (end.length > longest.length) {
        longest = end;
      }
    }
    Deque<String> names = new ArrayDeque<>();
    for (End end = longest; end != null; end = end.before) {
      if (end.name != null) {
        names.addFirst(end.name);
      }
    }
    return new CriticalPath(List.copyOf(names), longest.length);
  }

  /** Returns the longest chain that ends with a step. */
  private record End(@Nullable String name, @Nullable End before, long length) {}
}
