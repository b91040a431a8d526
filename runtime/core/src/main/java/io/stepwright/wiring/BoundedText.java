package io.stepwright.wiring;

import java.io.IOException;
import java.io.Writer;

/** A text that refuses to become longer than a limit. Keeps what fits. For one thread. */
final class BoundedText extends Writer {

  private final StringBuilder text = new StringBuilder();
  private final int most;

  BoundedText(int most) {
    this.most = most;
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    int fits = Math.min(length, most - text.length());
    text.append(characters, offset, fits);
    if (fits < length) {
      throw new FullException();
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  /** Returns the text so far. */
  @Override
  public String toString() {
    return text.toString();
  }

  /** Signals that the text is full. No failure: what was written is kept. */
  static final class FullException extends IOException {

    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
