package io.stepwright.mcp.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a text that is still arriving. Not thread-safe. */
final class BoundedBytes {

  private static final int KEPT = 64 * 1024;

  private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void add(byte b) throws OversizedException {
    if (bytes.size() == Limits.MESSAGE_BYTES) {
      throw new OversizedException();
    }
    bytes.write(b);
  }

  int size() {
    return bytes.size();
  }

  /** Returns the text and forgets it. */
  String take() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    if (bytes.size() > KEPT) {
      bytes = new ByteArrayOutputStream();
    }
    bytes.reset();
    return text;
  }
}
