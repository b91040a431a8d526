package io.stepwright.engine.graph;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** A step that is absent whatever happens. */
public final class Absent<T> extends Node<T> {

  private final String reason;

  /**
   * A step.
   *
   * @param reason why it is absent
   */
  public Absent(Awaiter awaiter, StepInfo info, @Nullable StepKey key, String reason) {
    super(awaiter, info, key);
    this.reason = reason;
    this.mayBeAbsent = true;
  }

  /** A step that is absent from the start, and joins no graph; the listeners know already. */
  public static <T> Absent<T> known(Awaiter awaiter, StepInfo info) {
    Absent<T> absent = new Absent<>(awaiter, info, null, "");
    absent.state = State.ABSENT;
    return absent;
  }

  @Override
  public void inputsThere(Effects effects) {
    effects.skipped(this, reason);
  }
}
