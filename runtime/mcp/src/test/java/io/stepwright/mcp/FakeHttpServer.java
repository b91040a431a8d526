package io.stepwright.mcp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stepwright.wiring.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An MCP server over Streamable HTTP whose answers a test decides. */
final class FakeHttpServer implements AutoCloseable {

  static final String ECHO =
      "{\"name\":\"echo\",\"description\":\"Says it again.\",\"inputSchema\":{\"type\":\"object\","
          + "\"properties\":{\"text\":{\"type\":\"string\"}},\"required\":[\"text\"]}}";
  static final String PAY =
      "{\"name\":\"pay\",\"inputSchema\":{\"type\":\"object\",\"properties\":{}}}";

  /** Answers a request, by writing to the exchange. */
  interface Answer {
    void to(HttpExchange exchange, JsonValue message) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final AtomicInteger sessions = new AtomicInteger();
  private volatile String session = "";
  final List<JsonValue> received = new CopyOnWriteArrayList<>();
  final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
  volatile Answer listening = (exchange, none) -> exchange.sendResponseHeaders(405, -1);

  private FakeHttpServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    on("ping", (exchange, message) -> json(exchange, message, "{}"));
    tools(ECHO, PAY);
    on("tools/call", (exchange, message) -> json(exchange, message, text("done")));
    server.start();
  }

  static FakeHttpServer start() {
    return start(0);
  }

  static FakeHttpServer start(int port) {
    try {
      return new FakeHttpServer(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/mcp";
  }

  FakeHttpServer on(String method, Answer answer) {
    answers.put(method, answer);
    return this;
  }

  FakeHttpServer tools(String... tools) {
    return on(
        "tools/list",
        (exchange, message) ->
            json(exchange, message, "{\"tools\":[" + String.join(",", tools) + "]}"));
  }

  /** Answers calls with a result. */
  FakeHttpServer result(String result) {
    return on("tools/call", (exchange, message) -> json(exchange, message, result));
  }

  /** Forgets all sessions. */
  void forget() {
    session = "none";
  }

  long count(String method) {
    return received.stream().filter(message -> method.equals(method(message))).count();
  }

  static String method(JsonValue message) {
    return message.optionalField("method", JsonValue::asString).orElse("");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      headers.add(Map.copyOf(exchange.getRequestHeaders()));
      String given = exchange.getRequestHeaders().getFirst("Mcp-Session-Id");
      if (given != null && !given.equals(session)) {
        exchange.sendResponseHeaders(404, -1);
      } else if (exchange.getRequestMethod().equals("GET")) {
        listening.to(exchange, JsonValue.parse("{}"));
      } else if (exchange.getRequestMethod().equals("DELETE")) {
        exchange.sendResponseHeaders(200, -1);
      } else {
        JsonValue message =
            JsonValue.parse(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        received.add(message);
        answer(exchange, message);
      }
    }
  }

  private void answer(HttpExchange exchange, JsonValue message) throws IOException {
    String method = method(message);
    Answer answer = answers.get(method);
    if (answer != null) {
      answer.to(exchange, message);
    } else if (method.equals("initialize")) {
      session = "session-" + sessions.incrementAndGet();
      exchange.getResponseHeaders().add("Mcp-Session-Id", session);
      json(
          exchange,
          message,
          "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{\"listChanged\":true}},"
              + "\"serverInfo\":{\"name\":\"fake\",\"version\":\"1\"}}");
    } else {
      exchange.sendResponseHeaders(202, -1);
    }
  }

  static String text(String text) {
    return "{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}";
  }

  static String response(JsonValue message, String result) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + message.field("id").canonical()
        + ",\"result\":"
        + result
        + "}";
  }

  static void json(HttpExchange exchange, JsonValue message, String result) throws IOException {
    send(exchange, "application/json", response(message, result));
  }

  static void error(HttpExchange exchange, JsonValue message, int code, String text)
      throws IOException {
    send(
        exchange,
        "application/json",
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":%d,\"message\":\"%s\"}}"
            .formatted(message.field("id").canonical(), code, text));
  }

  static void send(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Begins a stream of events. */
  static OutputStream events(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  static void event(OutputStream events, String data) throws IOException {
    events.write(("event: message\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    events.flush();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
