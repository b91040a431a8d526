package io.stepwright.call;

import org.jspecify.annotations.Nullable;

/** An answer that is not what was asked for. The message quotes nothing of it. */
public final class UnusableReplyException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String text;
  private final boolean repairable;
  private final boolean refused;
  private final String complaint;
  private final @Nullable String refusal;

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
    this.refused = false;
    this.complaint = message;
    this.refusal = null;
  }

  private UnusableReplyException(
      String message,
      String text,
      String complaint,
      @Nullable String refusal,
      @Nullable Throwable cause) {
    super(message, cause);
    this.text = text;
    this.repairable = true;
    this.refused = true;
    this.complaint = complaint;
    this.refusal = refusal;
  }

  /**
   * An answer of the right shape that a check of the step refuses.
   *
   * @param check the name of the check
   * @param refusal what the check says; it may be personal
   * @param text the answer
   */
  public static UnusableReplyException refused(String check, String refusal, String text) {
    return new UnusableReplyException(
        "check '%s' of the step refuses it.".formatted(check), text, refusal, refusal, null);
  }

  /** The answer as the model wrote it; it may be personal. */
  public String text() {
    return text;
  }

  /**
   * An answer of the right shape with a value that its own type refuses, such as a record whose
   * constructor throws.
   *
   * @param message which value, and by what, without a word of the answer
   * @param complaint what the model is told; it may be personal
   * @param text the answer
   * @param cause where the value was refused; its message has no word of the answer either
   */
  public static UnusableReplyException refusedByType(
      String message, String complaint, String text, Throwable cause) {
    return new UnusableReplyException(message, text, complaint, null, cause);
  }

  /**
   * Whether code of the step's author refuses it, though it is of the right shape. The model is
   * asked again as long as attempts are left; after a wrong shape, once.
   */
  public boolean isRefused() {
    return refused;
  }

  /** What the model is told; it may be personal. */
  public String complaint() {
    return complaint;
  }

  /** What a check of the step says, or null if none has refused it; it may be personal. */
  public @Nullable String refusal() {
    return refusal;
  }

  /** Whether the model may do better when it is told what is wrong. */
  public boolean repairable() {
    return repairable;
  }
}
