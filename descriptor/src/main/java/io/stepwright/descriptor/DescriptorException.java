package io.stepwright.descriptor;

/** A descriptor cannot be read. The message says which, why, and what to do. */
public final class DescriptorException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With what caused it. */
  public DescriptorException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Without a cause. */
  public DescriptorException(String message) {
    super(message);
  }
}
