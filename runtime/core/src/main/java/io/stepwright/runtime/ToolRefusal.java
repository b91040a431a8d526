package io.stepwright.runtime;

/**
 * Thrown by the method of a tool to refuse a call. The model is told the message, and may go on
 * without the result. The message of any other exception is never told to a model.
 */
public final class ToolRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes a refusal. The model is told the message, at most 8,000 characters of it. */
  public ToolRefusal(String message) {
    super(message);
  }
}
