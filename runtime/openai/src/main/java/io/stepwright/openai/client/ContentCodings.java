package io.stepwright.openai.client;

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
 * Decodes {@code Content-Encoding}. No coding is requested, but some gateways compress all the
 * same. A wrong header is ignored, because another gateway may have decoded the body already. The
 * header of a gzip stream may be as long as its body and is read before the body, so deadline,
 * interrupts and limits apply to the input and the output of each coding.
 */
final class ContentCodings {

  /** The maximum number of codings of one body: the server's own, and one of a gateway. */
  static final int MOST = 2;

  private ContentCodings() {}

  /**
   * Returns the codings of a body, the last one first.
   *
   * @param headers the values of the header
   * @throws UnknownException if a coding is unknown, or there are too many
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
   * Returns the decoded body.
   *
   * @param limit the maximum number of bytes that go into a coding or come out of it
   * @param guard the deadline and interrupt check of this body
   * @param lease the account of the decoded bytes, null if they are not counted
   * @throws IOException if the beginning of the body is damaged or too long, or the guard fails
   */
  static InputStream decoded(
      InputStream body,
      List<String> codings,
      int limit,
      ReadGuard guard,
      ByteBudget.@Nullable Lease lease)
      throws IOException {
    InputStream decoded = body;
    try {
      for (String coding : codings) {
        InputStream guarded = new GuardedInput(decoded, limit, guard, null);
        decoded = guarded;
        decoded = Decompression.of(guarded, coding);
      }
    } catch (IOException e) {
      decoded.close();
      throw e;
    }
    return new GuardedInput(decoded, limit, guard, codings.isEmpty() ? null : lease);
  }

  /**
   * Decompresses bodies. A body that is not compressed, though its headers say so, is given as it
   * is. A class of its own, since most answers need none of it.
   */
  private static final class Decompression {

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

    /**
     * Accepts data with a zlib header, as RFC 9110 requires, or without, as some servers send it.
     */
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

  /** Thrown for an unknown coding. */
  static final class UnknownException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param name the name of a well-known coding, else {@code other}
     */
    UnknownException(String name) {
      super(name);
    }
  }
}
