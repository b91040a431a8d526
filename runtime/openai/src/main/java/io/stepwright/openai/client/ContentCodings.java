package io.stepwright.openai.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
