package io.stepwright.examples.onboarding;

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
 * A loopback server that implements the protocol of OpenAI's chat completions. It answers after a
 * delay, with fixed answers, and recognizes the three questions by the JSON Schema in the request.
 */
final class SimulatedModelServer implements AutoCloseable {

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

  /** Makes further answers take the times of {@link Question}, multiplied by a factor. */
  void takeTime(double scale) {
    this.scale = scale;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      Question question = Question.of(request.at("/response_format/json_schema/name").asText());
      Thread.sleep((long) (question.millis * scale));
      byte[] body = JSON.writeValueAsBytes(reply(request, question));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ObjectNode reply(JsonNode request, Question question) {
    ObjectNode reply = JSON.createObjectNode();
    reply.put("id", "simulated").put("object", "chat.completion").put("created", 0);
    reply.set("model", request.path("model"));
    ObjectNode choice = reply.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", question.answer);
    int asked = request.path("messages").toString().length() / 4;
    int written = question.answer.length() / 4;
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

  /** A question, with the time that the guide waited for its answer, and the answer. */
  private enum Question {
    INTENT(2_500, "{\"value\": \"MIGRATE\"}"),
    EMAIL(
        3_000,
        """
        {"subject": "Welcome, your move to Acme starts here",\
         "body": "Hi Ada, great that you are here. Bring your data along in three steps.\\n\\n\
        Reply to this e-mail if one of them sticks."}"""),
    CRM_NOTE(
        2_800,
        """
        {"sentence": "Ada signed up for TEAM and wants to move 40 people from a spreadsheet."}""");

    private final int millis;
    private final String answer;

    Question(int millis, String answer) {
      this.millis = millis;
      this.answer = answer;
    }

    static Question of(String schema) {
      return switch (schema) {
        case "intent" -> INTENT;
        case "email" -> EMAIL;
        default -> CRM_NOTE;
      };
    }
  }
}
