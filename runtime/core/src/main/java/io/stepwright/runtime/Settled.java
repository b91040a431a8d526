package io.stepwright.runtime;

import io.stepwright.spi.RunEvent.StepKey;
import java.util.ArrayList;
import java.util.List;

/** What one step that has ended means for others. Used by one thread. */
final class Settled {

  final List<ForkedStep<?>> ready = new ArrayList<>(1);
  private final List<ForkedStep<?>> skipped = new ArrayList<>(0);

  void ready(ForkedStep<?> step) {
    ready.add(step);
  }

  void skipped(ForkedStep<?> step) {
    skipped.add(step);
  }

  boolean isEmpty() {
    return ready.isEmpty() && skipped.isEmpty();
  }

  void emit(RunEvents events) {
    for (ForkedStep<?> step : skipped) {
      StepKey key = step.key();
      if (key != null) {
        events.skipped(key);
      }
    }
    for (ForkedStep<?> step : ready) {
      StepKey key = step.key();
      if (key != null) {
        events.ready(key);
      }
    }
  }
}
