package io.stepwright.report;

import org.jspecify.annotations.Nullable;

/**
 * A failure in a report. Immutable.
 *
 * @param type the kind of failure, one of few: an HTTP status such as {@code 503}; {@code timeout},
 *     {@code connection}, {@code invalid_response} or {@code unusable_answer}; {@code resources} if
 *     this process lacked some; {@code cancelled}; else the name of the class that was thrown
 * @param message the message. That of a run or a step holds no prompt, no answer and no key; that
 *     of an attempt may come from a server or from user code, so a rendering includes it only
 *     together with content
 */
public record FailureReport(String type, String message) {

  public static @Nullable FailureReport of(@Nullable String type, @Nullable Throwable failure) {
    if (failure == null) {
      return null;
    }
    return new FailureReport(type == null ? failure.getClass().getName() : type, message(failure));
  }

  /** Returns the message; empty if there is none, or if code of the user's fails to make it. */
  private static String message(Throwable failure) {
    try {
      String message = failure.getMessage();
      return message == null ? "" : message;
    } catch (RuntimeException e) {
      return "";
    }
  }

  /** Returns the kind alone: the message may be personal. */
  @Override
  public String toString() {
    return type;
  }
}
