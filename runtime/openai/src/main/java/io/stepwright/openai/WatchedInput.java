package io.stepwright.openai;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A body that is being read. Before each piece of at most 64 KiB it looks at the clock and at
 * interrupts, since to read a body may take as long as to get it; and it counts, since a compressed
 * one may hold a thousand times what came. For one thread.
 */
final class WatchedInput extends FilterInputStream {

  private static final int PIECE = 64 * 1024;

  private final int limit;
  private final long deadline;
  private final ByteBudget.@Nullable Lease lease;
  private int total;

  /**
   * A watched body.
   *
   * @param limit the most bytes
   * @param deadline as {@link System#nanoTime}
   * @param lease what the bytes are taken from, null if that has happened
   */
  WatchedInput(InputStream in, int limit, long deadline, ByteBudget.@Nullable Lease lease) {
    super(in);
    this.limit = limit;
    this.deadline = deadline;
    this.lease = lease;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (Thread.interrupted()) {
      throw new InterruptedIOException();
    }
    if (deadline - System.nanoTime() <= 0) {
      throw new HttpTimeoutException("the body is not read in time");
    }
    int count = super.read(bytes, offset, Math.min(length, PIECE));
    if (count > 0) {
      if (count > limit - total) {
        throw new BoundedBody.TooLargeException();
      }
      total += count;
      if (lease != null) {
        lease.take(count);
      }
    }
    return count;
  }
}
