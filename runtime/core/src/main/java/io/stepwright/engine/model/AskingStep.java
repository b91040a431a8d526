package io.stepwright.engine.model;

import io.stepwright.call.Deadline;
import io.stepwright.event.RunEvents;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** One execution of a step, as the models that it asks see it. For the step's thread. */
public interface AskingStep {

  /** The step. */
  StepInfo info();

  /** What listeners know the step by; null if nobody listens. */
  @Nullable StepKey key();

  /** The events of its run; null if nobody listens. */
  @Nullable RunEvents events();

  /** Until when it must have ended. */
  Deadline deadline();

  /** The deadline has passed before its alarm has rung: stops whatever the deadline is of. */
  void deadlinePassed();

  /** Tells whether it was stopped by a time limit: its own, or that of a step or run around it. */
  boolean isTimedOut();
}
