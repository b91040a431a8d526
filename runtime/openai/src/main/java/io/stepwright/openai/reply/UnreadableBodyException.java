package io.stepwright.openai.reply;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body that is no JSON of the kind that was expected. The message quotes nothing of it. */
public final class UnreadableBodyException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean blank;

  UnreadableBodyException(boolean blank, @Nullable IOException cause) {
    super(blank ? "the body is blank" : "the body is no chat completion", cause);
    this.blank = blank;
  }

  /** Whether there is nothing but white space. */
  public boolean isBlank() {
    return blank;
  }
}
