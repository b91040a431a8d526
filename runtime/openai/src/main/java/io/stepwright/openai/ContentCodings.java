package io.stepwright.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Undoes the codings of {@code Content-Encoding}, of which none is asked for: some gateways
 * compress all the same. A header that is not true, since another gateway has undone the coding
 * already, is overlooked.
 */
final class ContentCodings {

  private static final int MOST = 3;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int DEFLATED = 8;

  private ContentCodings() {}

  /**
   * The codings of a body, the last one first.
   *
   * @param headers the values of the header
   * @throws UnknownException if there is one that is not known, or too many
   */
  static List<String> of(List<String> headers) throws UnknownException {
    List<String> codings = new ArrayList<>(0);
    for (String header : headers) {
      for (String coding : header.split(",", MOST + 2)) {
        String name = coding.strip().toLowerCase(Locale.ROOT);
        switch (name) {
          case "", "identity" -> {}
          case "gzip", "x-gzip", "deflate" -> codings.add(0, name);
          case "br", "zstd", "compress" -> throw new UnknownException(name);
          default -> throw new UnknownException("other");
        }
      }
    }
    if (codings.size() > MOST) {
      throw new UnknownException("other");
    }
    return codings;
  }

  /** The body without its codings. */
  static InputStream decoded(InputStream body, List<String> codings) throws IOException {
    InputStream decoded = body;
    for (String coding : codings) {
      decoded = coding.equals("deflate") ? inflated(decoded) : unzipped(decoded);
    }
    return decoded;
  }

  private static InputStream unzipped(InputStream body) throws IOException {
    PushbackInputStream input = new PushbackInputStream(body, 2);
    int[] start = start(input);
    return start[0] == GZIP_FIRST && start[1] == GZIP_SECOND ? new GZIPInputStream(input) : input;
  }

  /** With the header of zlib, as RFC 9110 says, or without, as some servers understood it. */
  private static InputStream inflated(InputStream body) throws IOException {
    PushbackInputStream input = new PushbackInputStream(body, 2);
    int[] start = start(input);
    if (start[0] < 0 || start[0] == '{') {
      return input;
    }
    boolean zlib = (start[0] & 0xf) == DEFLATED && ((start[0] << 8) + start[1]) % 31 == 0;
    return new Inflated(input, new Inflater(!zlib));
  }

  /** The first two bytes, which stay in the stream; negative where there are none. */
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

  /** Frees what it inflates with, which the JDK's own does not if it was given. */
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

  /** A coding that is not known here. */
  static final class UnknownException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * A coding.
     *
     * @param name a name that is known, else {@code other}
     */
    UnknownException(String name) {
      super(name);
    }
  }
}
