package io.stepwright.engine.graph;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepBody;
import org.jspecify.annotations.Nullable;

/** What a thread has claimed: a step, or one item of a fan-out. */
public interface Work {

  /** The node whose work it is. */
  Node<?> node();

  /** The index of the item, or {@link StepKey#NO_ITEM}. */
  int item();

  /** What listeners know it by, or null. */
  @Nullable StepKey key();

  /** What is to be done. */
  StepBody<?> body();

  /** Its body begins. */
  void begun();

  /** Its body has ended, and the run goes on. */
  void ended(Outcome outcome, Effects effects);
}
