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

/** Between the SDK's idea of requests and responses and the JDK's. */
final class Translation {

  /** The JDK sets these itself and refuses to be told; of keys the SDK knows none. */
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

  /** The bytes at once, so that the length is known and nothing is sent in chunks. */
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

  /** Whether a response of this status should be an answer. */
  static boolean isAnswer(int status) {
    return status >= 200 && status < 300;
  }

  /**
   * A response as the SDK passes it on.
   *
   * @param lease what its bytes were taken from; given back when it is closed
   * @param deadline of reading its body, as {@link System#nanoTime}
   * @throws ErrorAnswerException if it is an error, which is nothing for the parsers of the SDK
   * @throws IOException if the beginning of its codings cannot be read, or not in time
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
            new Watch(deadline),
            lease);
    return new Received(status, headers, decoded, lease);
  }

  /** A response that is wholly here. */
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
