package io.stepwright.openai.client;

import io.stepwright.openai.reply.ServerError;
import io.stepwright.openai.reply.ServerErrorReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the bodies of errors. A broken body is tolerated, because the status of the response
 * counts.
 */
final class ErrorBodies {

  private ErrorBodies() {}

  /**
   * Reads the error of a server.
   *
   * @param body the beginning of the body, undecoded
   * @param deadline the deadline of the decoding, as {@link System#nanoTime}. An uncoded body is
   *     read even after it, which takes very little time.
   * @throws InterruptedIOException if the thread was interrupted; its flag is cleared
   */
  static ServerError read(Blocks body, Headers headers, long deadline)
      throws InterruptedIOException {
    byte[] beginning = {};
    int length = 0;
    try {
      List<String> codings = ContentCodings.of(headers.values("content-encoding"));
      beginning = new byte[codings.isEmpty() ? body.size() : WireResponse.LARGEST_ERROR];
      try (InputStream decoded = decoded(body, codings, deadline)) {
        for (int read = 0; read >= 0 && length < beginning.length; ) {
          read = decoded.read(beginning, length, beginning.length - length);
          length += Math.max(0, read);
        }
      }
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      // Cut, wrongly coded, or too slow: the part that was read counts.
    }
    return ServerErrorReader.read(Arrays.copyOf(beginning, length));
  }

  private static InputStream decoded(Blocks body, List<String> codings, long deadline)
      throws IOException {
    return codings.isEmpty()
        ? body.input()
        : ContentCodings.decoded(
            body.input(), codings, WireResponse.LARGEST_ERROR, new ReadGuard(deadline), null);
  }
}
