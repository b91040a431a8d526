package io.stepwright.benchmarks.tools.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Reads requests of a known length, one after another. For one thread. */
final class RequestReader {

  private static final byte[] END = {'\r', '\n', '\r', '\n'};
  private static final byte[] RESULT = "\"tool_call_id\"".getBytes(StandardCharsets.ISO_8859_1);
  private static final String LENGTH = "\r\ncontent-length:";

  private final InputStream in;
  private byte[] buffer = new byte[8_192];
  private int filled;

  /** The bounds of the current body. */
  private int start;

  private int end;

  RequestReader(InputStream in) {
    this.in = in;
  }

  /** Reads the next request; returns false if there is none. */
  boolean next() throws IOException {
    System.arraycopy(buffer, end, buffer, 0, filled - end);
    filled -= end;
    end = 0;
    int head = find(END, 0, filled);
    while (head < 0) {
      if (!fill()) {
        return false;
      }
      head = find(END, 0, filled);
    }
    start = head + END.length;
    int length = length(new String(buffer, 0, start, StandardCharsets.ISO_8859_1));
    while (filled < start + length) {
      if (!fill()) {
        return false;
      }
    }
    end = start + length;
    return true;
  }

  private boolean fill() throws IOException {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * filled);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(0, read);
    return read >= 0;
  }

  private static int length(String head) {
    int name = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (name < 0) {
      throw new IllegalStateException("This server reads bodies of a known length only.");
    }
    int from = name + LENGTH.length();
    return Integer.parseInt(head.substring(from, head.indexOf('\r', from)).strip());
  }

  /** Returns whether the request holds the result of a tool. */
  boolean hasResults() {
    return find(RESULT, start, end) >= 0;
  }

  /** Returns the body. */
  String body() {
    return new String(buffer, start, end - start, StandardCharsets.UTF_8);
  }

  private int find(byte[] text, int from, int to) {
    for (int i = from; i <= to - text.length; i++) {
      if (buffer[i] == text[0] && Arrays.equals(buffer, i, i + text.length, text, 0, text.length)) {
        return i;
      }
    }
    return -1;
  }
}
