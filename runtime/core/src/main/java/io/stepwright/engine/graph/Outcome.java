package io.stepwright.engine.graph;

import io.stepwright.runtime.AgentException;
import org.jspecify.annotations.Nullable;

/** How the body of a step, or of an item of a fan-out, has ended. */
public interface Outcome {

  /**
   * What the body returned: an empty {@code Optional} if the step decided its own absence. Null if
   * the body failed, was stopped or never began.
   */
  @Nullable Object value();

  /** A failure that concerns its item only, so that the run goes on; else null. */
  @Nullable AgentException itemFailure();
}
