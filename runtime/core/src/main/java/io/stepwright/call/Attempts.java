package io.stepwright.call;

import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ModelClientException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one call to one model. A request is repeated after failures that may pass and
 * after answers that the step's author refuses, and once after an answer of the wrong shape. For
 * one thread.
 */
final class Attempts<T> {

  private final Target target;
  private final CallRequest request;
  private final Sender<T> sender;
  private final Backoff backoff;
  private final int sentBefore;
  private int made;
  private int failures;
  private boolean misshapen;
  private @Nullable UnusableReplyException unfit;

  Attempts(Target target, CallRequest request, Sender<T> sender, Backoff backoff) {
    this.target = target;
    this.request = request;
    this.sender = sender;
    this.backoff = backoff;
    this.sentBefore = sender.sent();
  }

  /**
   * Asks until there is a value or no further attempt is allowed.
   *
   * @throws ModelFailure if there is no value
   */
  T ask(Question first, AttemptReason why)
      throws ModelFailure, DeadlinePassedException, InterruptedException {
    target.provider().budget().deposit();
    Question question = first;
    AttemptReason reason = why;
    while (true) {
      try {
        return answer(question, reason);
      } catch (UnusableReplyException e) {
        boolean again = e.repairable() && (e.isRefused() || !misshapen);
        if (!again || made >= request.maxAttempts()) {
          throw failure(e.getMessage() + (e.isRefused() ? timesAsked() : ""), e);
        }
        misshapen |= !e.isRefused();
        unfit = e;
        question = question.repairing(request.turns(), e, request.schema() != null);
        reason = AttemptReason.REPAIR;
      }
    }
  }

  /**
   * Asks until there is an answer or no further attempt is allowed.
   *
   * @throws ModelFailure if there is no answer
   * @throws UnusableReplyException if the answer cannot be used; it is not repaired here
   */
  T askUnrepaired(Question question, AttemptReason why)
      throws ModelFailure, UnusableReplyException, DeadlinePassedException, InterruptedException {
    target.provider().budget().deposit();
    return answer(question, why);
  }

  /** Sends a question, and again after failures that may pass. */
  private T answer(Question question, AttemptReason why)
      throws ModelFailure, UnusableReplyException, DeadlinePassedException, InterruptedException {
    AttemptReason reason = why;
    while (true) {
      made++;
      try {
        return sender.send(target, question, reason);
      } catch (ModelClientException e) {
        failures++;
        String end = waitAfter(e);
        if (end != null) {
          throw failure(e, end);
        }
        reason = AttemptReason.RETRY;
      }
    }
  }

  /**
   * Waits until the next attempt. If there is none, returns the reason for the end of the message.
   */
  private @Nullable String waitAfter(ModelClientException failure)
      throws DeadlinePassedException, InterruptedException {
    if (!failure.retryable()) {
      return "";
    }
    if (made >= request.maxAttempts()) {
      return timesAsked();
    }
    long remaining = request.deadline().remaining();
    if (remaining <= 0) {
      throw new DeadlinePassedException();
    }
    long wait = backoff.after(failure, failures, remaining);
    if (wait == Backoff.TOO_LONG) {
      return " It was not asked again: the server asks for a wait of %s, and %s."
          .formatted(
              asked(failure),
              remaining < Backoff.LONGEST_ASKED
                  ? "only " + seconds(remaining) + " are left"
                  : "the longest allowed wait is an hour");
    }
    if (!target.provider().budget().withdraw()) {
      return " It was not asked again: the retry budget of provider %s is spent (%s)."
          .formatted(target.provider().name(), RetryBudget.RULE);
    }
    Pause.nanos(wait);
    return null;
  }

  private String timesAsked() {
    return made == 1 ? "" : String.format(Locale.ROOT, " It was asked %d times.", made);
  }

  private ModelFailure failure(ModelClientException cause, String end) {
    String message = cause.getMessage() + end;
    if (unfit == null) {
      return failure(message, cause);
    }
    // An unusable answer tells more than the failure to get a better one.
    unfit.addSuppressed(cause);
    return failure(unfit.getMessage() + " A repair was requested, which failed: " + message, unfit);
  }

  private ModelFailure failure(String message, Exception cause) {
    return new ModelFailure(target, sender.sent() - sentBefore, message, cause);
  }

  private static String asked(ModelClientException failure) {
    return failure.retryAfter() == null ? "0 s" : seconds(Deadline.nanos(failure.retryAfter()));
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
