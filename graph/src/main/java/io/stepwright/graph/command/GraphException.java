package io.stepwright.graph.command;

import org.jspecify.annotations.Nullable;

/** What was asked for cannot be shown. The message says why, and what to do. */
public final class GraphException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Without a cause. */
  public GraphException(String message) {
    super(message);
  }

  /** With what caused it. */
  public GraphException(@Nullable String message, Throwable cause) {
    super(message, cause);
  }
}
