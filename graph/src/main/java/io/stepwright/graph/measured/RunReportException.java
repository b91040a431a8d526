package io.stepwright.graph.measured;

import org.jspecify.annotations.Nullable;

/** A report cannot be read. The message says which one, and why. */
public final class RunReportException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With what caused it, or null. */
  public RunReportException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
