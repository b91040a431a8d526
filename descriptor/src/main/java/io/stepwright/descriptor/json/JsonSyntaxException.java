package io.stepwright.descriptor.json;

/** Signals that a text is not JSON. */
public final class JsonSyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int offset;

  JsonSyntaxException(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /** Returns the problem as a sentence. */
  public String problem() {
    return String.valueOf(getMessage());
  }

  /** Returns the offset of the problem. */
  public int offset() {
    return offset;
  }
}
