package io.stepwright.runtime;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** A step that is absent whatever happens. */
final class Absent<T> extends Node<T> {

  Absent(Schedule schedule, StepInfo info, @Nullable StepKey key) {
    super(schedule, info, key);
    this.mayBeAbsent = true;
  }

  @Override
  void inputsThere(Settled settled) {
    settled.skipped(this);
  }
}
