package io.stepwright.examples.supportdesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A loopback server that implements the protocol of OpenAI's chat completions and answers from the
 * {@link Script}. An answer begins after a delay and then takes time for each token.
 */
final class SimulatedModelServer implements AutoCloseable {

  static final int MILLIS_TO_BEGIN = 300;
  static final int MILLIS_PER_TOKEN = 20;

  static {
    // Without this, the body of an answer waits for the acknowledgement of its head, which takes 40
    // ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile double scale;

  private SimulatedModelServer(HttpServer server) {
    this.server = server;
  }

  /** Starts a server that answers without delay. */
  static SimulatedModelServer start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SimulatedModelServer simulated = new SimulatedModelServer(server);
    server.createContext("/v1/chat/completions", simulated::answer);
    server.setExecutor(simulated.threads);
    server.start();
    return simulated;
  }

  /** Makes further answers take their time, multiplied by a factor. */
  void takeTime(double scale) {
    this.scale = scale;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      String messages = request.path("messages").toString();
      String answer = Script.answer(messages);
      int written = tokens(answer);
      Thread.sleep((long) ((MILLIS_TO_BEGIN + MILLIS_PER_TOKEN * written) * scale));
      byte[] body = JSON.writeValueAsBytes(reply(request, answer, tokens(messages), written));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Estimates the tokens of a text. A token of English has about four characters. */
  private static int tokens(String text) {
    return Math.max(1, text.length() / 4);
  }

  private static ObjectNode reply(JsonNode request, String answer, int asked, int written) {
    ObjectNode reply = JSON.createObjectNode();
    reply.put("id", "simulated").put("object", "chat.completion").put("created", 0);
    reply.set("model", request.path("model"));
    ObjectNode choice = reply.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", answer);
    reply
        .putObject("usage")
        .put("prompt_tokens", asked)
        .put("completion_tokens", written)
        .put("total_tokens", asked + written);
    return reply;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
