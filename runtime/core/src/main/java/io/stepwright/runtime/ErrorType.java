package io.stepwright.runtime;

import io.stepwright.call.UnusableReplyException;
import io.stepwright.spi.ModelClientException;
import org.jspecify.annotations.Nullable;

/** Names of the kinds of failures: few enough to count by, and without any text of a message. */
public final class ErrorType {

  public static final String TIMEOUT = "timeout";
  private static final String UNUSABLE_ANSWER = "unusable_answer";
  public static final String CANCELLED = "cancelled";

  private ErrorType() {}

  /** Returns the kind of a step's or run's failure, or null if there is no failure. */
  public static @Nullable String ofAny(@Nullable Throwable failure) {
    return failure == null ? null : of(failure);
  }

  /** Returns the kind of a failure of an attempt, a step or a run. */
  public static String of(Throwable failure) {
    if (failure instanceof ModelClientException answerless) {
      return of(answerless);
    } else if (failure instanceof UnusableReplyException
        || failure instanceof ModelOutputException) {
      return UNUSABLE_ANSWER;
    } else if (failure instanceof RunTimeoutException || failure instanceof StepTimeoutException) {
      return TIMEOUT;
    } else if (failure instanceof RunCancelledException
        || failure instanceof InterruptedException) {
      return CANCELLED;
    }
    boolean wrapped =
        failure instanceof ModelCallException || failure instanceof StepFailedException;
    Throwable cause = wrapped ? failure.getCause() : null;
    return cause == null || cause.equals(failure) ? failure.getClass().getName() : of(cause);
  }

  private static String of(ModelClientException failure) {
    return switch (failure.kind()) {
      case STATUS -> HttpStatus.name(failure.status());
      case TIMEOUT -> TIMEOUT;
      case CONNECTION -> "connection";
      case INVALID_RESPONSE -> "invalid_response";
      case RESOURCES -> "resources";
      case OTHER -> failure.getClass().getName();
    };
  }
}
