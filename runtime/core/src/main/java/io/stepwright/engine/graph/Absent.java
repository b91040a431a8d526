package io.stepwright.engine.graph;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** A step that is absent in any case. */
public final class Absent<T> extends Node<T> {

  private final String reason;

  /**
   * Makes a step.
   *
   * @param reason the reason of its absence
   */
  public Absent(Awaiter awaiter, StepInfo info, @Nullable StepKey key, String reason) {
    super(awaiter, info, key);
    this.reason = reason;
    this.mayBeAbsent = true;
  }

  /**
   * Makes a step that is absent from the start and joins no graph. Its absence has been reported
   * already.
   */
  public static <T> Absent<T> known(Awaiter awaiter, StepInfo info) {
    Absent<T> absent = new Absent<>(awaiter, info, null, "");
    absent.state = State.ABSENT;
    return absent;
  }

  @Override
  public void inputsReady(Effects effects) {
    effects.skipped(this, reason);
  }
}
