package io.stepwright.engine;

import java.util.List;

/** Numbers the direct calls of one step in one run. */
final class DirectCalls {

  private final String step;
  private int count;

  private DirectCalls(String step) {
    this.step = step;
  }

  /** Returns the number of the next direct call of a step, 1 for the first. */
  static int next(List<DirectCalls> calls, String step) {
    for (DirectCalls known : calls) {
      if (known.step.equals(step)) {
        return ++known.count;
      }
    }
    DirectCalls added = new DirectCalls(step);
    calls.add(added);
    return ++added.count;
  }
}
