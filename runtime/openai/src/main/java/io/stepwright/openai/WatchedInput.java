package io.stepwright.openai;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body that is being read. Before each piece of at most 64 KiB it looks at the clock and at
 * interrupts, since to read a body may take as long as to get it; and it counts, since a compressed
 * one may hold a thousand times what came. For one thread.
 */
final class WatchedInput extends FilterInputStream {

  private static final int PIECE = 64 * 1024;

  private final int limit;
  private final Watch watch;
  private final ByteBudget.@Nullable Lease lease;
  private int total;

  /**
   * A watched body.
   *
   * @param limit the most bytes
   * @param watch the watch of all codings of the body
   * @param lease what the bytes are taken from, null if that has happened
   */
  WatchedInput(InputStream in, int limit, Watch watch, ByteBudget.@Nullable Lease lease) {
    super(in);
    this.limit = limit;
    this.watch = watch;
    this.lease = lease;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    watch.check();
    int count = super.read(bytes, offset, Math.min(length, PIECE));
    if (count > 0) {
      count(count);
    } else if (count < 0) {
      watch.check();
    }
    return count;
  }

  private void count(int count) throws IOException {
    if (count > limit - total) {
      throw watch.failed(new BoundedBody.TooLargeException());
    }
    total += count;
    if (lease != null) {
      try {
        lease.take(count);
      } catch (IOException e) {
        throw watch.failed(e);
      }
    }
  }
}
