package io.stepwright.call;

import org.jspecify.annotations.Nullable;

/** An answer that is not what was asked for. The message quotes nothing of it. */
public final class UnusableReplyException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String text;
  private final boolean repairable;

  /**
   * An answer that cannot be used.
   *
   * @param message what is wrong, without a word of the answer
   * @param text the answer
   * @param repairable whether the model may do better when it is told what is wrong
   * @param cause the cause, or null
   */
  public UnusableReplyException(
      String message, String text, boolean repairable, @Nullable Throwable cause) {
    super(message, cause);
    this.text = text;
    this.repairable = repairable;
  }

  /** The answer as the model wrote it; it may be personal. */
  public String text() {
    return text;
  }

  /** Whether the model may do better when it is told what is wrong. */
  public boolean repairable() {
    return repairable;
  }
}
