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
import org.jspecify.annotations.Nullable;

/**
 * Undoes the codings of {@code Content-Encoding}, of which none is asked for: some gateways
 * compress all the same. A header that is not true, since another gateway has undone the coding
 * already, is overlooked. The header of a gzip may be as long as its body, and is read before
 * anybody reads the body: so clock, interrupts and limits hold for what goes into each coding and
 * for what comes out of it.
 */
final class ContentCodings {

  /** The most codings of one body: a server's own, and one of a gateway before it. */
  static final int MOST = 2;

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

  /**
   * The body without its codings.
   *
   * @param limit the most bytes that go into a coding or come out of it
   * @param watch the watch of this body
   * @param lease what the decoded bytes are taken from, null if they are not counted
   * @throws IOException if its beginning is damaged or too long, or the watch says so
   */
  static InputStream decoded(
      InputStream body,
      List<String> codings,
      int limit,
      Watch watch,
      ByteBudget.@Nullable Lease lease)
      throws IOException {
    InputStream decoded = body;
    try {
      for (String coding : codings) {
        InputStream watched = new WatchedInput(decoded, limit, watch, null);
        decoded = watched;
        decoded = coding.equals("deflate") ? inflated(watched) : unzipped(watched);
      }
    } catch (IOException e) {
      decoded.close();
      throw e;
    }
    return new WatchedInput(decoded, limit, watch, codings.isEmpty() ? null : lease);
  }

  private static InputStream unzipped(InputStream body) throws IOException {
    PushbackInputStream input = new PushbackInputStream(body, 2);
    int[] start = start(input);
    boolean zipped = start[0] == GZIP_FIRST && (start[1] == GZIP_SECOND || start[1] < 0);
    return zipped ? new GZIPInputStream(input) : input;
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
