package io.stepwright.openai;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts between the requests and responses of the SDK and those of the JDK. */
final class Translation {

  /** Headers that the JDK sets itself and rejects, and keys, which the SDK does not have. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "connection", "content-length", "expect", "host", "upgrade", "authorization", "api-key");

  private Translation() {}

  static java.net.http.HttpRequest.Builder request(HttpRequest request, @Nullable String apiKey) {
    var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    Headers headers = request.headers();
    for (String name : headers.names()) {
      if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
        headers.values(name).forEach(value -> builder.header(name, value));
      }
    }
    builder.setHeader("User-Agent", "stepwright");
    if (apiKey != null) {
      builder.setHeader("Authorization", "Bearer " + apiKey);
    }
    HttpRequestBody body = request.body();
    String type = body == null ? null : body.contentType();
    if (type != null) {
      builder.setHeader("Content-Type", type);
    }
    return builder.method(request.method().name(), publisher(body));
  }

  /** Buffers all bytes, so that the length is known and the body is not sent in chunks. */
  private static BodyPublisher publisher(@Nullable HttpRequestBody body) {
    if (body == null) {
      return BodyPublishers.noBody();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (body) {
      body.writeTo(bytes);
    }
    return BodyPublishers.ofByteArray(bytes.toByteArray());
  }

  /** Tells whether a response of this status should be an answer. */
  static boolean isAnswer(int status) {
    return status >= 200 && status < 300;
  }

  /**
   * Converts a response.
   *
   * @param lease the account of its bytes; released when the response is closed
   * @param deadline the deadline for reading its body, as {@link System#nanoTime}
   * @throws ErrorAnswerException if it is an error, which the parsers of the SDK must not see
   * @throws IOException if the beginning of the coded body cannot be read, or not in time
   */
  static HttpResponse response(
      java.net.http.HttpResponse<Blocks> response, ByteBudget.Lease lease, long deadline)
      throws IOException {
    Headers.Builder builder = Headers.builder();
    response.headers().map().forEach(builder::put);
    Headers headers = builder.build();
    int status = response.statusCode();
    if (!isAnswer(status)) {
      throw new ErrorAnswerException(
          status, headers, ErrorBodies.read(response.body(), headers, deadline));
    }
    List<String> codings = ContentCodings.of(headers.values("content-encoding"));
    InputStream decoded =
        ContentCodings.decoded(
            response.body().input(),
            codings,
            JdkTransport.LARGEST_BODY,
            new ReadGuard(deadline),
            lease);
    return new Received(status, headers, decoded, lease);
  }

  /** A response that is completely received. */
  private record Received(int statusCode, Headers headers, InputStream body, ByteBudget.Lease lease)
      implements HttpResponse {

    @Override
    public void close() {
      lease.close();
      try {
        body.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
