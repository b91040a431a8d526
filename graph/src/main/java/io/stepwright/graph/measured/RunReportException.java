package io.stepwright.graph.measured;

import org.jspecify.annotations.Nullable;

/** Signals a report that cannot be read. The message names it and states the reason. */
public final class RunReportException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Creates an exception with a cause, or null. */
  public RunReportException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
