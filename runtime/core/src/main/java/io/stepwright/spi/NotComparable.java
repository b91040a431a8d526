package io.stepwright.spi;

/** The reason why a text is compared exactly only, although its step compares texts by meaning. */
public enum NotComparable {
  /**
   * The text has characters that are invisible or are no text. They reach the model, but not the
   * embedder.
   */
  CHARACTERS("hidden characters"),
  /** The text has pieces that the embedder does not know, such as emoji. */
  UNKNOWN_PIECES("unknown pieces"),
  /** The text is not in a language of the embedder. */
  LANGUAGE("another language"),
  /** The text is program code, at least in part. */
  CODE("code"),
  /** The text is longer than the embedder reads. */
  LENGTH("too long");

  private final String text;

  NotComparable(String text) {
    this.text = text;
  }

  /** Returns the reason in one or two words, for reports. */
  public String toText() {
    return text;
  }
}
