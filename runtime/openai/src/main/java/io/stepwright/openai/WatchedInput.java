package io.stepwright.openai;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that checks the deadline and interrupts before each piece of at most 64 KiB, because
 * reading a body may take as long as receiving it, and counts the bytes, because a compressed body
 * may hold a thousand times its size. For one thread.
 */
final class WatchedInput extends FilterInputStream {

  private static final int PIECE = 64 * 1024;

  private final int limit;
  private final Watch watch;
  private final ByteBudget.@Nullable Lease lease;
  private int total;

  /**
   * Makes a watched stream.
   *
   * @param limit the maximum number of bytes
   * @param watch the watch of all codings of the body
   * @param lease the account of the bytes, null if they are counted elsewhere
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
