package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.WordReader;
import io.stepwright.cache.guard.word.Words;
import org.jspecify.annotations.Nullable;

/**
 * A text for guards, with its words and signs parsed on demand and at most once. For one thread.
 */
public final class JudgedText {

  private final String text;
  private @Nullable Words words;
  private @Nullable Seen seen;

  /** Wraps a text, without parsing it. */
  public JudgedText(String text) {
    this.text = text;
  }

  /** Returns the text as it was written. */
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
