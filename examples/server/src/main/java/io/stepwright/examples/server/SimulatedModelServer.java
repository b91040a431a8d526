package io.stepwright.examples.server;

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
 * A loopback server that speaks the protocol of OpenAI's chat completions and answers by a {@link
 * Script}.
 */
final class SimulatedModelServer implements AutoCloseable {

  static {
    // Without this, the body of an answer waits for the acknowledgement of its head, which takes 40
    // ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Script script;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile double scale;

  private SimulatedModelServer(HttpServer server, Script script) {
    this.server = server;
    this.script = script;
  }

  /** Starts a server that answers at once. */
  static SimulatedModelServer start(Script script) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SimulatedModelServer simulated = new SimulatedModelServer(server, script);
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
      Script.Answer answer = script.answer(request);
      Thread.sleep((long) (answer.millis() * scale));
      byte[] body = JSON.writeValueAsBytes(reply(request, answer));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ObjectNode reply(JsonNode request, Script.Answer answer) {
    ObjectNode reply = JSON.createObjectNode();
    reply.put("id", "simulated").put("object", "chat.completion").put("created", 0);
    reply.set("model", request.path("model"));
    ObjectNode choice = reply.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", answer.calls().isEmpty() ? "stop" : "tool_calls");
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    message.put("content", answer.text());
    int number = Dialogue.of(request).results().size();
    for (Script.Call call : answer.calls()) {
      message
          .withArray("tool_calls")
          .addObject()
          .put("id", "call_" + ++number)
          .put("type", "function")
          .putObject("function")
          .put("name", call.tool())
          .put("arguments", call.arguments().toString());
    }
    int asked = ModelServer.tokens(request.path("messages").toString());
    int written = ModelServer.tokens(answer.text() + message.path("tool_calls"));
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
