package io.stepwright.call;

import io.stepwright.spi.ModelClientException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The failure of a call to one model, with the failures of the models that were asked before it as
 * suppressed exceptions. The cause is a {@link ModelClientException} if there was no answer, and an
 * {@link UnusableReplyException} if there was one that cannot be used.
 */
public final class ModelFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Target target;
  private final int requests;

  ModelFailure(Target target, int requests, String message, Exception cause) {
    super(message, cause);
    this.target = target;
    this.requests = requests;
  }

  /** Returns the model. */
  public Target target() {
    return target;
  }

  /** Returns the number of requests that were made to this model. */
  public int requests() {
    return requests;
  }

  /** Returns the failure and its remedy, without any text of the prompt or an answer. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Returns the reason why there was no answer, or null if there was one. */
  public @Nullable ModelClientException noAnswer() {
    return getCause() instanceof ModelClientException cause ? cause : null;
  }

  /** Returns the last answer, or null if there was none. */
  public @Nullable UnusableReplyException unusable() {
    return getCause() instanceof UnusableReplyException cause ? cause : null;
  }

  /** Tells whether a check of the step has refused an answer of this model or of an earlier one. */
  public boolean hasRefusal() {
    UnusableReplyException answer = unusable();
    return (answer != null && answer.refusal() != null)
        || Arrays.stream(getSuppressed())
            .anyMatch(earlier -> earlier instanceof ModelFailure model && model.hasRefusal());
  }

  /** Tells whether another model may give a value. */
  public boolean mayPassElsewhere() {
    ModelClientException cause = noAnswer();
    return cause == null || cause.mayPassElsewhere();
  }
}
