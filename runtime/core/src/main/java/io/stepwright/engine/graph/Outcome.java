package io.stepwright.engine.graph;

import io.stepwright.runtime.AgentException;
import org.jspecify.annotations.Nullable;

/** The outcome of the body of a step, or of an item of a fan-out. */
public interface Outcome {

  /**
   * Returns the value of the body: an empty {@code Optional} if the step decided its own absence.
   * Null if the body failed, was stopped or never began.
   */
  @Nullable Object value();

  /** Returns a failure that affects only its item, so that the run goes on; else null. */
  @Nullable AgentException itemFailure();
}
