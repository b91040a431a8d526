package io.stepwright.graph.command;

import org.jspecify.annotations.Nullable;

/** Signals a request that cannot be fulfilled. The message states the reason and the remedy. */
public final class GraphException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Creates an exception without a cause. */
  public GraphException(String message) {
    super(message);
  }

  /** Creates an exception with a cause. */
  public GraphException(@Nullable String message, Throwable cause) {
    super(message, cause);
  }
}
