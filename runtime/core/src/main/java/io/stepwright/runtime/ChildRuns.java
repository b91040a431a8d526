package io.stepwright.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The runs that were started inside of steps of one run. Guarded by that run's lock. */
final class ChildRuns {

  // Most runs have none.
  private @Nullable List<RunLife> runs;

  void add(RunLife child) {
    runs = runs == null ? new ArrayList<>(2) : runs;
    runs.add(child);
  }

  void remove(RunLife child) {
    if (runs != null) {
      runs.remove(child);
    }
  }

  boolean isEmpty() {
    return runs == null || runs.isEmpty();
  }

  List<RunLife> all() {
    return runs == null ? List.of() : List.copyOf(runs);
  }

  /** Those that were started inside of one body. */
  List<RunLife> startedIn(StepRun body) {
    if (runs == null) {
      return List.of();
    }
    List<RunLife> found = new ArrayList<>();
    for (RunLife child : runs) {
      StepRun parent = child.parent();
      if (parent != null && parent.isInside(body)) {
        found.add(child);
      }
    }
    return found;
  }

  /** Cancels runs; not under a lock. */
  static void cancel(List<RunLife> children) {
    for (RunLife child : children) {
      child.cancel("the run around it ended");
    }
  }
}
