package io.stepwright.wiring;

/**
 * Signals a value of an answer that has the right shape but is rejected by its own type, such as a
 * record whose constructor throws. The message names the path of the value and the class of the
 * exception. The text of that exception is for the model only, because it may be personal;
 * therefore it is not the cause, and only its stack trace is copied.
 */
public final class RefusedValueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** More than a model needs to know. A constructor may quote a long text. */
  private static final int MOST_CHARACTERS = 1_000;

  private final String complaint;

  RefusedValueException(String path, RuntimeException refusal) {
    super(
        "the type of %s does not accept it (%s)".formatted(path, refusal.getClass().getName()),
        null,
        false,
        true);
    String text = refusal.getMessage();
    complaint =
        text == null || text.isBlank()
            ? path + " is not accepted."
            : path + " is not accepted: " + bounded(text);
    setStackTrace(refusal.getStackTrace());
  }

  /** Returns the complaint for the model, with the path of the value. It may be personal. */
  public String complaint() {
    return complaint;
  }

  private static String bounded(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }
}
