package io.stepwright.descriptor;

/**
 * Signals a descriptor that cannot be read. The message names it and states the reason and the
 * remedy.
 */
public final class DescriptorException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Creates an exception with a cause. */
  public DescriptorException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Creates an exception without a cause. */
  public DescriptorException(String message) {
    super(message);
  }
}
