package io.stepwright.descriptor.json;

/** A text that is not JSON. */
public final class JsonSyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int offset;

  JsonSyntaxException(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /** What is wrong, as a sentence. */
  public String problem() {
    return String.valueOf(getMessage());
  }

  /** Where it is wrong. */
  public int offset() {
    return offset;
  }
}
