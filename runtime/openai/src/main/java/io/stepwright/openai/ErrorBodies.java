package io.stepwright.openai;

import com.openai.core.http.Headers;
import io.stepwright.openai.reply.ServerError;
import io.stepwright.openai.reply.ServerErrorReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** Reads the bodies of errors: however broken they are, the status of the response counts. */
final class ErrorBodies {

  private ErrorBodies() {}

  /**
   * What the server says. Takes no time worth mentioning, because of both the body and what it was
   * coded from there is little.
   *
   * @param body its beginning, as it came
   */
  static ServerError read(Blocks body, Headers headers) {
    byte[] beginning = {};
    int length = 0;
    try {
      List<String> codings = ContentCodings.of(headers.values("content-encoding"));
      beginning = new byte[codings.isEmpty() ? body.size() : JdkTransport.LARGEST_ERROR];
      try (InputStream decoded = ContentCodings.decoded(body.input(), codings)) {
        for (int read = 0; read >= 0 && length < beginning.length; ) {
          read = decoded.read(beginning, length, beginning.length - length);
          length += Math.max(0, read);
        }
      }
    } catch (IOException e) {
      // Cut, or wrongly coded: what was read so far is all there is.
    }
    return ServerErrorReader.read(Arrays.copyOf(beginning, length));
  }
}
