package io.stepwright.report;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong. Immutable.
 *
 * @param type what kind of failure it is, one of few: an HTTP status such as {@code 503}; {@code
 *     timeout}, {@code connection}, {@code invalid_response}, {@code unusable_answer} or {@code
 *     resources}, which this process lacks; {@code cancelled}; else the name of the class that was
 *     thrown
 * @param message what it says. That of a run or a step holds no prompt, no answer and no key; that
 *     of an attempt may be of a server or of user code, so no rendering has it unless asked for
 *     content
 */
public record FailureReport(String type, String message) {

  public static @Nullable FailureReport of(@Nullable String type, @Nullable Throwable failure) {
    if (failure == null) {
      return null;
    }
    String message = failure.getMessage();
    return new FailureReport(
        type == null ? failure.getClass().getName() : type, message == null ? "" : message);
  }

  /** The kind alone: the message may be personal. */
  @Override
  public String toString() {
    return type;
  }
}
