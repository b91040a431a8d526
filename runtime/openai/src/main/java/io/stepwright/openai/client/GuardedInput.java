package io.stepwright.openai.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that checks the deadline and interrupts before each piece of at most 64 KiB, because
 * reading a body may take as long as receiving it, and counts the bytes, because a compressed body
 * may hold a thousand times its size. For one thread.
 */
final class GuardedInput extends FilterInputStream {

  private static final int PIECE = 64 * 1024;

  private final int limit;
  private final ReadGuard guard;
  private final ByteBudget.@Nullable Lease lease;
  private int total;

  /**
   * Makes a guarded stream.
   *
   * @param limit the maximum number of bytes
   * @param guard the guard of all codings of the body
   * @param lease the account of the bytes, null if they are counted elsewhere
   */
  GuardedInput(InputStream in, int limit, ReadGuard guard, ByteBudget.@Nullable Lease lease) {
    super(in);
    this.limit = limit;
    this.guard = guard;
    this.lease = lease;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    guard.check();
    int count = super.read(bytes, offset, Math.min(length, PIECE));
    if (count > 0) {
      count(count);
    } else if (count < 0) {
      guard.check();
    }
    return count;
  }

  private void count(int count) throws IOException {
    if (count > limit - total) {
      throw guard.failed(new BoundedBody.TooLargeException());
    }
    total += count;
    if (lease != null) {
      try {
        lease.take(count);
      } catch (IOException e) {
        throw guard.failed(e);
      }
    }
  }
}
