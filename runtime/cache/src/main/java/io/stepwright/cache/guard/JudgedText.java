package io.stepwright.cache.guard;

import org.jspecify.annotations.Nullable;

/**
 * A text that guards judge. What they read in it is read once, and only if one asks. For one
 * thread.
 */
public final class JudgedText {

  private final String text;
  private @Nullable Words words;
  private @Nullable Seen seen;

  /** Reads nothing yet. */
  public JudgedText(String text) {
    this.text = text;
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  Words words() {
    Words read = words;
    if (read == null) {
      read = WordReader.read(text);
      words = read;
    }
    return read;
  }

  Seen seen() {
    Seen read = seen;
    if (read == null) {
      read = Seen.of(text);
      seen = read;
    }
    return read;
  }
}
