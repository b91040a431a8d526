package io.stepwright.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies that threads are inside of. Guarded by the lock of their run. */
final class ActiveSteps {

  // Linked through the bodies themselves: a run of few steps needs no further object.
  private @Nullable StepRun first;

  void add(StepRun run) {
    run.next = first;
    if (first != null) {
      first.previous = run;
    }
    first = run;
  }

  void remove(StepRun run) {
    if (run.previous == null) {
      first = run.next;
    } else {
      run.previous.next = run.next;
    }
    if (run.next != null) {
      run.next.previous = run.previous;
    }
  }

  /** Tells all of them to end. */
  void stop(Stop reason) {
    for (StepRun run = first; run != null; run = run.next) {
      run.stop(reason);
    }
  }

  List<StepRun> list() {
    List<StepRun> list = new ArrayList<>();
    for (StepRun run = first; run != null; run = run.next) {
      list.add(run);
    }
    return list;
  }
}
