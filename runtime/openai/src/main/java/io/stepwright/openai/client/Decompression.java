package io.stepwright.openai.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Decompresses bodies. A body that is not compressed, though its headers say so, is given as it is.
 */
final class Decompression {

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int DEFLATED = 8;

  private Decompression() {}

  /**
   * Returns the decompressed body.
   *
   * @param coding {@code deflate}, {@code gzip} or {@code x-gzip}
   * @throws IOException if its beginning is damaged
   */
  static InputStream of(InputStream body, String coding) throws IOException {
    return coding.equals("deflate") ? inflated(body) : unzipped(body);
  }

  private static InputStream unzipped(InputStream body) throws IOException {
    PushbackInputStream input = new PushbackInputStream(body, 2);
    int[] start = start(input);
    boolean zipped = start[0] == GZIP_FIRST && (start[1] == GZIP_SECOND || start[1] < 0);
    return zipped ? new GZIPInputStream(input) : input;
  }

  /** Accepts data with a zlib header, as RFC 9110 requires, or without, as some servers send it. */
  private static InputStream inflated(InputStream body) throws IOException {
    PushbackInputStream input = new PushbackInputStream(body, 2);
    int[] start = start(input);
    if (start[0] < 0 || start[0] == '{') {
      return input;
    }
    boolean zlib = (start[0] & 0xf) == DEFLATED && ((start[0] << 8) + start[1]) % 31 == 0;
    return new Inflated(input, new Inflater(!zlib));
  }

  /** Returns the first two bytes, which stay in the stream; negative if there are none. */
  private static int[] start(PushbackInputStream input) throws IOException {
    int first = input.read();
    int second = first < 0 ? -1 : input.read();
    if (second >= 0) {
      input.unread(second);
    }
    if (first >= 0) {
      input.unread(first);
    }
    return new int[] {first, second};
  }

  /** Ends its inflater, which the JDK's stream does not do with a given one. */
  private static final class Inflated extends InflaterInputStream {

    Inflated(InputStream input, Inflater inflater) {
      super(input, inflater);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }
}
