package io.stepwright.openai.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A request that the server has read to its end. Thread-safe. */
public final class Received {

  private static final JsonMapper JSON = new JsonMapper();

  private final String target;
  private final Map<String, List<String>> headers;
  private final String body;
  private final String protocol;
  private final String connection;
  private final CompletableFuture<Long> aborted = new CompletableFuture<>();

  Received(
      String target,
      Map<String, List<String>> headers,
      String body,
      String protocol,
      String connection) {
    this.target = target;
    this.headers = headers;
    this.body = body;
    this.protocol = protocol;
    this.connection = connection;
  }

  /** The path, such as {@code /v1/chat/completions}. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The path and the query, such as {@code /v1/chat/completions?a=b}. */
  public String target() {
    return target;
  }

  /** All headers, by name in lower case. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The first header of a name in lower case, or null. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : values.get(0);
  }

  /** Returns the body as received. */
  public String body() {
    return body;
  }

  /** The body, parsed. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the request's body is not JSON", e);
    }
  }

  /** The text of the last message: the prompt. */
  public String prompt() {
    JsonNode messages = json().path("messages");
    return messages.path(messages.size() - 1).path("content").asText();
  }

  /** Returns the schema that the answer must fit, missing if any text is allowed. */
  public JsonNode schema() {
    return json().path("response_format").path("json_schema").path("schema");
  }

  /** {@code HTTP/1.1} or {@code HTTP/2.0}. */
  public String protocol() {
    return protocol;
  }

  /** Identifies the connection. */
  public String connection() {
    return connection;
  }

  /** Tells whether the client has abandoned the request before the answer was complete. */
  public boolean aborted() {
    return aborted.isDone();
  }

  /**
   * Waits until the client abandons the request, by closing the connection on HTTP/1.1, or by a
   * reset of the stream on HTTP/2.
   *
   * @return the time, as {@link System#nanoTime}
   * @throws AssertionError if it does not happen in time
   */
  public long awaitAborted(Duration atMost) throws InterruptedException {
    try {
      return aborted.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the request was not aborted within " + atMost, e);
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  void abortedAt(long nanos) {
    aborted.complete(nanos);
  }
}
