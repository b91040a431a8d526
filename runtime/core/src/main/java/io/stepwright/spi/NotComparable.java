package io.stepwright.spi;

/** Why a text is compared exactly only, although its step compares texts by meaning. */
public enum NotComparable {
  /**
   * It has characters that are not seen, or that are no text: they reach the model, not the
   * embedder.
   */
  CHARACTERS("hidden characters"),
  /** It has pieces that the embedder does not know, such as emoji. */
  UNKNOWN_PIECES("unknown pieces"),
  /** It is not in a language of the embedder. */
  LANGUAGE("another language"),
  /** It is program code, at least in part. */
  CODE("code"),
  /** It is longer than what the embedder reads. */
  LENGTH("too long");

  private final String text;

  NotComparable(String text) {
    this.text = text;
  }

  /** The reason in a word or two, for reports. */
  public String toText() {
    return text;
  }
}
