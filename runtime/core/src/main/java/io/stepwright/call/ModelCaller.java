package io.stepwright.call;

import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import java.time.Duration;

/** Makes the attempts of a model call: one, for now. */
public final class ModelCaller {

  // A client that measures the same limit may be a little early.
  private static final long TOLERANCE_NANOS = 2_000_000;

  private ModelCaller() {}

  /**
   * Asks a provider and reads its answer. The wait for a free place at the provider counts against
   * the deadline, not against the limit of the attempt.
   *
   * @throws ModelClientException if there was no answer
   * @throws UnusableReplyException if there was one that cannot be used
   * @throws DeadlinePassedException if the deadline of the request has passed
   * @throws InterruptedException if the thread was interrupted
   */
  public static <T> T call(
      Provider provider, CallRequest request, ReplyReader<T> reader, AttemptObserver observer)
      throws ModelClientException,
          UnusableReplyException,
          DeadlinePassedException,
          InterruptedException {
    provider.acquire(request.deadline());
    long start = System.nanoTime();
    long attemptLimit = Deadline.nanos(request.attemptLimit());
    long remaining = request.deadline().remaining();
    ModelReply reply = null;
    Throwable failure = null;
    if (remaining <= 0) {
      provider.release();
      throw new DeadlinePassedException();
    }
    try {
      try {
        reply = provider.send(request.attempt(Duration.ofNanos(Math.min(attemptLimit, remaining))));
      } finally {
        provider.release();
      }
      return reader.read(reply);
    } catch (ModelClientException e) {
      failure = e;
      boolean late = System.nanoTime() - start >= remaining - TOLERANCE_NANOS;
      if (remaining <= attemptLimit && late) {
        throw new DeadlinePassedException();
      }
      throw e;
    } catch (Throwable e) {
      failure = e;
      throw e;
    } finally {
      observer.attempted(1, provider.name(), request.model(), start, reply, failure);
    }
  }
}
