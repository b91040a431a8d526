package io.stepwright.engine.model;

import io.stepwright.call.Deadline;
import io.stepwright.event.RunEvents;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** One execution of a step as the model calls see it. For the step's thread. */
public interface AskingStep {

  /** Returns the step. */
  StepInfo info();

  /** Returns the key of the step in events, or null if no listener wants the run. */
  @Nullable StepKey key();

  /** Returns the events of the run, or null if no listener wants it. */
  @Nullable RunEvents events();

  /** Returns the deadline of the step. */
  Deadline deadline();

  /**
   * Stops the step or run that the deadline belongs to. Called if the deadline has passed before
   * its timer has fired.
   */
  void deadlinePassed();

  /**
   * Tells whether the step was stopped by its own time limit or by that of an enclosing step or
   * run.
   */
  boolean isTimedOut();
}
