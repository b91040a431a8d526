package io.stepwright.wiring;

/**
 * A value of an answer has the right shape, but its own type refuses it, such as a record whose
 * constructor throws. The message says where and by what kind of exception. What that exception
 * says is for the model alone: it is no cause of this one, which has its stack instead.
 */
public final class RefusedValueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** More than a model needs to be told; a constructor may quote a long text. */
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

  /** What the model is told, with the path of the value; it may be personal. */
  public String complaint() {
    return complaint;
  }

  private static String bounded(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }
}
