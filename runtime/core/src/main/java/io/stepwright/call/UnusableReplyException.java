package io.stepwright.call;

import org.jspecify.annotations.Nullable;

/** An answer that is not what was asked for. The message quotes nothing of it. */
public final class UnusableReplyException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String text;

  /**
   * An answer that cannot be used.
   *
   * @param message what is wrong, without a word of the answer
   * @param text the answer
   * @param cause the cause, or null
   */
  public UnusableReplyException(String message, String text, @Nullable Throwable cause) {
    super(message, cause);
    this.text = text;
  }

  /** The answer as the model wrote it; it may be personal. */
  public String text() {
    return text;
  }
}
