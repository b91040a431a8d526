package io.stepwright.openai.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Ends the reading of a body at its deadline or when its reader is interrupted. The streams of all
 * codings of a body share one guard. It repeats its first failure for ever, because {@link
 * java.util.zip.GZIPInputStream} takes a failure within the header of a further member for the end
 * of the stream. For one thread.
 */
final class ReadGuard {

  private final long deadline;
  private @Nullable IOException failure;

  /**
   * Makes a guard without a failure.
   *
   * @param deadline the deadline, as {@link System#nanoTime}
   */
  ReadGuard(long deadline) {
    this.deadline = deadline;
  }

  /**
   * Throws if the body must not be read any further.
   *
   * @throws InterruptedIOException if the thread was interrupted; its flag is cleared
   * @throws HttpTimeoutException if the deadline has passed
   */
  void check() throws IOException {
    if (failure != null) {
      throw failure;
    } else if (Thread.interrupted()) {
      throw failed(new InterruptedIOException());
    } else if (deadline - System.nanoTime() <= 0) {
      throw failed(new HttpTimeoutException("the body is not read in time"));
    }
  }

  /** Records a failure, which every later check throws. */
  IOException failed(IOException reason) {
    failure = reason;
    return reason;
  }
}
