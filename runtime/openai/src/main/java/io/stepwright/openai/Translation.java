package io.stepwright.openai;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
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

  static HttpResponse response(java.net.http.HttpResponse<byte[]> response) {
    Headers.Builder headers = Headers.builder();
    response.headers().map().forEach(headers::put);
    return new Received(
        response.statusCode(), headers.build(), new ByteArrayInputStream(response.body()));
  }

  /** A response that is wholly here. */
  private record Received(int statusCode, Headers headers, InputStream body)
      implements HttpResponse {

    @Override
    public void close() {}
  }
}
