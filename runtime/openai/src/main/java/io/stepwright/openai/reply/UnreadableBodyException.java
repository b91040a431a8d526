package io.stepwright.openai.reply;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown if a body is not JSON of the expected kind. The message quotes nothing of it. */
public final class UnreadableBodyException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean blank;

  UnreadableBodyException(boolean blank, @Nullable IOException cause) {
    super(blank ? "the body is blank" : "the body is no chat completion", cause);
    this.blank = blank;
  }

  /** Tells whether the body is only white space. */
  public boolean isBlank() {
    return blank;
  }
}
