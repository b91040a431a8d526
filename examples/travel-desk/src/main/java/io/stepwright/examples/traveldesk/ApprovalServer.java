package io.stepwright.examples.traveldesk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stepwright.runtime.ApprovalQueue;
import io.stepwright.spi.PendingCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Shows the calls that wait for an approval, and takes decisions: {@code GET /approvals} and {@code
 * POST /approvals/<id>/<sha256>} with {@code approve} or a reason for the refusal as its body. Both
 * need the token of the person on duty.
 */
final class ApprovalServer implements AutoCloseable {

  private static final String PATH = "/approvals";
  private static final int MOST_BYTES = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ApprovalQueue queue;
  private final byte[] authorization;
  private final HttpServer server;

  private ApprovalServer(ApprovalQueue queue, String token, HttpServer server) {
    this.queue = queue;
    this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    this.server = server;
  }

  static ApprovalServer start(ApprovalQueue queue, String token) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ApprovalServer approvals = new ApprovalServer(queue, token, server);
    server.createContext(PATH, approvals::handle);
    server.start();
    return approvals;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
  }

  private void handle(HttpExchange http) throws IOException {
    try (http) {
      String[] path = http.getRequestURI().getPath().split("/", -1);
      if (!mayDecide(http)) {
        send(http, 401, "");
      } else if (http.getRequestMethod().equals("GET") && path.length == 2) {
        send(http, 200, pending());
      } else if (http.getRequestMethod().equals("POST") && path.length == 4) {
        boolean known = decide(path[2], path[3], body(http));
        send(http, known ? 204 : 404, "");
      } else {
        send(http, 404, "");
      }
    }
  }

  /** Compares in a time that does not tell how much of the token is right. */
  private boolean mayDecide(HttpExchange http) {
    String given = http.getRequestHeaders().getFirst("Authorization");
    return given != null
        && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization);
  }

  private String pending() {
    ArrayNode calls = JSON.createArrayNode();
    for (PendingCall call : queue.pending()) {
      calls
          .addObject()
          .put("id", call.id())
          .put("sha256", call.sha256())
          .put("tool", call.tool())
          .put("question", call.question())
          .put("arguments", call.arguments());
    }
    return calls.toString();
  }

  private boolean decide(String id, String sha256, String decision) {
    return decision.equals("approve")
        ? queue.approve(id, sha256)
        : queue.refuse(id, sha256, decision.isBlank() ? null : decision);
  }

  private static String body(HttpExchange http) throws IOException {
    return new String(http.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange http, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    http.getResponseHeaders().set("Content-Type", "application/json");
    http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    http.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
