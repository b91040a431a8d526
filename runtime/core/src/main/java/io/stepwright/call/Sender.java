package io.stepwright.call;

import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.RateLimit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes the requests of one call, one after another, and counts them. For one thread. */
final class Sender<T> {

  // Tolerance for a client that measures the same limit and stops slightly early.
  private static final long TOLERANCE_NANOS = 2_000_000;

  private final CallRequest request;
  private final ReplyReader<T> reader;
  private final AttemptObserver observer;
  private long idleSince = System.nanoTime();
  private int sent;

  Sender(CallRequest request, ReplyReader<T> reader, AttemptObserver observer) {
    this.request = request;
    this.reader = reader;
    this.observer = observer;
  }

  /** Returns the number of requests that were made. */
  int sent() {
    return sent;
  }

  /** Begins to count the wait before the next request: what came before was no wait for it. */
  void resume() {
    idleSince = System.nanoTime();
  }

  /**
   * Sends one request and reads the answer. The wait for a permit of the provider counts against
   * the deadline, not against the limit of the attempt; the permit is released before the answer is
   * read.
   *
   * @throws ModelClientException if there was no answer
   * @throws UnusableReplyException if there was one that cannot be used
   * @throws DeadlinePassedException if the deadline of the request has passed
   * @throws InterruptedException if the thread was interrupted
   */
  T send(Target target, Question question, AttemptReason reason)
      throws ModelClientException,
          UnusableReplyException,
          DeadlinePassedException,
          InterruptedException {
    Provider provider = target.provider();
    RateGate gate = provider.gate(target.model());
    gate.await(target, request.deadline());
    provider.acquire(request.deadline());
    long start = System.nanoTime();
    long limit = Deadline.nanos(request.attemptLimit());
    long remaining = request.deadline().remaining();
    if (remaining <= 0) {
      provider.release();
      throw new DeadlinePassedException();
    }
    sent++;
    ModelReply reply = null;
    Throwable failure = null;
    Duration timeout = Duration.ofNanos(Math.min(limit, remaining));
    ModelRequest attempt = request.attempt(target, question, timeout);
    Attempt.Start begun =
        new Attempt.Start(sent, reason, target, attempt, start - idleSince, start);
    try {
      try {
        observer.starting(begun);
        reply = provider.send(attempt);
      } finally {
        provider.release();
      }
      update(gate, reply.rateLimit());
      return reader.read(reply);
    } catch (ModelClientException e) {
      failure = e;
      update(gate, e.rateLimit());
      boolean late = System.nanoTime() - start >= remaining - TOLERANCE_NANOS;
      if (remaining <= limit && late) {
        throw new DeadlinePassedException();
      }
      throw e;
    } catch (Throwable e) {
      failure = e;
      throw e;
    } finally {
      observer.attempted(new Attempt(begun, reply, failure));
      idleSince = System.nanoTime();
    }
  }

  private static void update(RateGate gate, @Nullable RateLimit limit) {
    if (limit != null) {
      gate.update(limit);
    }
  }
}
