package io.stepwright.call;

import io.stepwright.spi.ModelClientException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What became of asking one model, if it brought no value. Of models that were asked before it the
 * failures are suppressed exceptions of this one. The cause is a {@link ModelClientException} if
 * there was no answer, and an {@link UnusableReplyException} if there was one that cannot be used.
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

  /** The model. */
  public Target target() {
    return target;
  }

  /** How many requests were made to this model. */
  public int requests() {
    return requests;
  }

  /** What happened and what to do, without a word of the prompt or an answer. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Why there was no answer, or null if there was one. */
  public @Nullable ModelClientException noAnswer() {
    return getCause() instanceof ModelClientException cause ? cause : null;
  }

  /** The last answer, or null if there was none. */
  public @Nullable UnusableReplyException unusable() {
    return getCause() instanceof UnusableReplyException cause ? cause : null;
  }

  /** Whether a check of the step has refused an answer of this model, or of one before it. */
  public boolean hasRefusal() {
    UnusableReplyException answer = unusable();
    return (answer != null && answer.refusal() != null)
        || Arrays.stream(getSuppressed())
            .anyMatch(earlier -> earlier instanceof ModelFailure model && model.hasRefusal());
  }

  /** Whether another model may bring a value. */
  boolean mayPassElsewhere() {
    ModelClientException cause = noAnswer();
    return cause == null || cause.mayPassElsewhere();
  }
}
