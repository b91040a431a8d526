package io.stepwright.engine.graph;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepBody;
import org.jspecify.annotations.Nullable;

/** A unit of work that a thread has claimed: a step, or one item of a fan-out. */
public interface Work {

  /** Returns the node that the work belongs to. */
  Node<?> node();

  /** Returns the index of the item, or {@link StepKey#NO_ITEM}. */
  int item();

  /** Returns the key in events, or null if no listener wants the run. */
  @Nullable StepKey key();

  /** Returns the body to run. */
  StepBody<?> body();

  /** Records that the body begins. */
  void begun();

  /** Records that the body has ended, in a run that goes on. */
  void ended(Outcome outcome, Effects effects);
}
