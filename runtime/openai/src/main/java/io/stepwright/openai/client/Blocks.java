package io.stepwright.openai.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A growing buffer that keeps bytes in few arrays and never copies them. For one thread. */
public final class Blocks {

  private static final int SMALLEST = 512;
  private static final int LARGEST = 64 * 1024;

  private final List<byte[]> blocks = new ArrayList<>(1);
  private byte[] last = new byte[0];
  private int used;
  private int size;

  /** Returns the number of bytes. */
  public int size() {
    return size;
  }

  /**
   * Adds bytes that are received from a stream, up to a limit. The stream is not closed.
   *
   * @param limit the maximum number of bytes
   * @param whole true if all bytes are needed, false if those up to the limit, or to a failure, are
   *     enough
   * @param lease the account of the bytes
   * @throws BoundedBody.TooLargeException if more bytes are needed than the limit allows
   * @throws IOException if the stream fails before all bytes that are needed, or the lease ends
   */
  public void addAll(InputStream in, int limit, boolean whole, ByteBudget.Lease lease)
      throws IOException {
    byte[] piece = new byte[8 * 1024];
    int count = 0;
    while (count >= 0 && (whole || size < limit)) {
      try {
        count = in.read(piece);
      } catch (IOException e) {
        if (whole || e instanceof InterruptedIOException) {
          throw e;
        }
        return;
      }
      int now = Math.min(count, limit - size);
      if (whole && now < count) {
        throw new BoundedBody.TooLargeException();
      }
      if (now > 0) {
        lease.take(now);
        add(ByteBuffer.wrap(piece), now);
      }
    }
  }

  /** Adds some of the bytes of a buffer. */
  void add(ByteBuffer source, int count) {
    int left = count;
    while (left > 0) {
      if (used == last.length) {
        // At least doubles the capacity, so that the arrays stay few.
        int length = Math.max(SMALLEST, Math.max(left, size));
        last = new byte[Math.min(length, LARGEST)];
        used = 0;
        blocks.add(last);
      }
      int now = Math.min(left, last.length - used);
      source.get(last, used, now);
      used += now;
      size += now;
      left -= now;
    }
  }

  /** Returns a stream of all bytes; nothing may be added after this call. */
  InputStream input() {
    if (blocks.size() <= 1) {
      return new ByteArrayInputStream(last, 0, used);
    }
    List<InputStream> inputs = new ArrayList<>(blocks.size());
    for (byte[] block : blocks) {
      inputs.add(new ByteArrayInputStream(block, 0, block == last ? used : block.length));
    }
    return new SequenceInputStream(Collections.enumeration(inputs));
  }
}
