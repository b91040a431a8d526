package io.stepwright.openai.client;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
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
