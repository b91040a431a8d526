package io.stepwright.call;

import org.jspecify.annotations.Nullable;

/** Thrown if an answer cannot be used. The message quotes nothing of it. */
public final class UnusableReplyException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String text;
  private final boolean repairable;
  private final boolean refused;
  private final String complaint;
  private final @Nullable String refusal;

  /**
   * Makes an exception for an answer that cannot be used.
   *
   * @param message the problem, without any text of the answer
   * @param text the answer
   * @param repairable true if the model may do better when it is told what is wrong
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
   * Makes an exception for an answer of the right shape that a check of the step refuses.
   *
   * @param check the name of the check
   * @param refusal the complaint of the check; it may be personal
   * @param text the answer
   */
  public static UnusableReplyException refused(String check, String refusal, String text) {
    return new UnusableReplyException(
        "check '%s' of the step refuses it.".formatted(check), text, refusal, refusal, null);
  }

  /** Returns the answer as the model wrote it; it may be personal. */
  public String text() {
    return text;
  }

  /**
   * Makes an exception for an answer of the right shape with a value that its own type refuses,
   * such as a record whose constructor throws.
   *
   * @param message the refused value and the refusing type, without any text of the answer
   * @param complaint the complaint for the model; it may be personal
   * @param text the answer
   * @param cause the origin of the refusal; its message has no text of the answer either
   */
  public static UnusableReplyException refusedByType(
      String message, String complaint, String text, Throwable cause) {
    return new UnusableReplyException(message, text, complaint, null, cause);
  }

  /**
   * Returns true if code of the step's author refuses the answer, although it is of the right
   * shape. The model is asked again as long as attempts are left; after a wrong shape, once.
   */
  public boolean isRefused() {
    return refused;
  }

  /** Returns the complaint for the model; it may be personal. */
  public String complaint() {
    return complaint;
  }

  /**
   * Returns the complaint of a check of the step, or null if no check has refused the answer; it
   * may be personal.
   */
  public @Nullable String refusal() {
    return refusal;
  }

  /** Returns true if the model may do better when it is told what is wrong. */
  public boolean repairable() {
    return repairable;
  }
}
