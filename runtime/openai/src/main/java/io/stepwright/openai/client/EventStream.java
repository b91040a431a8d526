package io.stepwright.openai.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events: of each event its data. Other fields and comments are skipped. For one
 * thread.
 */
final class EventStream {

  private static final byte[] DATA = {'d', 'a', 't', 'a', ':'};

  private final InputStream in;
  private final int limit;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
  private boolean ended;

  /**
   * Makes a reader at the beginning of a stream.
   *
   * @param limit the maximum number of bytes of an event, and of what may be skipped before one
   */
  EventStream(InputStream in, int limit) {
    this.in = new BufferedInputStream(in);
    this.limit = limit;
  }

  /**
   * Returns the first byte that is not white space or a byte order mark, which stays in the stream;
   * -1 if there is none.
   *
   * @throws BoundedBody.TooLargeException if there is too much white space
   */
  int first() throws IOException {
    for (int skipped = 0; skipped <= limit; skipped++) {
      in.mark(1);
      int next = in.read();
      switch (next) {
        case ' ', '\t', '\r', '\n', 0xef, 0xbb, 0xbf -> {}
        default -> {
          if (next >= 0) {
            in.reset();
          }
          return next;
        }
      }
    }
    throw new BoundedBody.TooLargeException();
  }

  /** Returns the rest of the stream, for a body that is no stream of events. */
  InputStream rest() {
    return in;
  }

  /**
   * Returns the data of the next event, or null at the end of the stream. The data of an event that
   * the end cuts is left out, as the standard asks for.
   *
   * @throws BoundedBody.TooLargeException if an event is too large
   */
  byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream data = null;
    int skipped = 0;
    while (!ended) {
      byte[] read = line();
      if (ended) {
        return null;
      } else if (read.length == 0) {
        if (data != null) {
          return data.toByteArray();
        }
        skipped++;
      } else if (isData(read)) {
        int start = DATA.length;
        if (start < read.length && read[start] == ' ') {
          start++;
        }
        if (data == null) {
          data = new ByteArrayOutputStream(read.length);
        } else {
          data.write('\n');
        }
        data.write(read, start, read.length - start);
        if (data.size() > limit) {
          throw new BoundedBody.TooLargeException();
        }
      } else {
        skipped += read.length + 1;
      }
      if (skipped > limit) {
        throw new BoundedBody.TooLargeException();
      }
    }
    return null;
  }

  private static boolean isData(byte[] line) {
    if (line.length < DATA.length) {
      return false;
    }
    for (int i = 0; i < DATA.length; i++) {
      if (line[i] != DATA[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the next line without its end, which is LF or CR LF. */
  private byte[] line() throws IOException {
    line.reset();
    while (true) {
      int next = in.read();
      if (next < 0) {
        ended = true;
        return new byte[0];
      } else if (next == '\n') {
        byte[] bytes = line.toByteArray();
        int length = bytes.length;
        return length > 0 && bytes[length - 1] == '\r' ? Arrays.copyOf(bytes, length - 1) : bytes;
      } else if (line.size() == limit) {
        throw new BoundedBody.TooLargeException();
      }
      line.write(next);
    }
  }
}
