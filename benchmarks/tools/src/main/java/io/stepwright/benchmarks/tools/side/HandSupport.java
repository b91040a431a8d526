package io.stepwright.benchmarks.tools.side;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.stepwright.benchmarks.tools.desk.Order;
import io.stepwright.benchmarks.tools.desk.Resolution;
import io.stepwright.benchmarks.tools.desk.Shop;
import io.stepwright.benchmarks.tools.desk.Status;
import io.stepwright.benchmarks.tools.server.Script;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The least code that does the same: requests in text blocks whose values are not even escaped, and
 * the parser of jackson-core. The tools run one after another, nothing is retried, checked or
 * bounded.
 */
final class HandSupport implements Support {

  private static final String MESSAGES =
      """
      {"model":"model","messages":[{"role":"user","content":"%s"}""";

  private static final String REST =
      """
      ],"response_format":{"type":"json_schema","json_schema":{"name":"Resolution","strict":true,"schema":{"type":"object",\
      "properties":{"done":{"type":"boolean"},"answer":{"type":"string"}},"required":["done","answer"],"additionalProperties":false}}},\
      "tools":[{"type":"function","function":{"name":"orders","description":"%s","strict":true,"parameters":{"type":"object",\
      "properties":{"customer":{"type":"string"},"status":{"type":"string","enum":["OPEN","SHIPPED"]}},\
      "required":["customer","status"],"additionalProperties":false}}}]}"""
          .formatted(Script.TOOL);

  private static final JsonFactory JSON = new JsonFactory();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI uri;
  private final Shop shop;

  private record Call(String id, String arguments) {}

  private record Reply(String content, List<Call> calls) {}

  HandSupport(String url, Shop shop) {
    this.uri = URI.create(url + "/chat/completions");
    this.shop = shop;
  }

  @Override
  public Resolution solve(String complaint) throws IOException, InterruptedException {
    StringBuilder messages = new StringBuilder(MESSAGES.replace("%s", complaint));
    while (true) {
      Reply reply = send(messages + REST);
      if (reply.calls().isEmpty()) {
        return resolution(reply.content());
      }
      messages.append(",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[");
      for (Call call : reply.calls()) {
        messages
            .append(messages.charAt(messages.length() - 1) == '[' ? "" : ",")
            .append("{\"id\":\"")
            .append(call.id())
            .append("\",\"type\":\"function\",\"function\":{\"name\":\"orders\",\"arguments\":\"")
            .append(call.arguments().replace("\"", "\\\""))
            .append("\"}}");
      }
      messages.append("]}");
      for (Call call : reply.calls()) {
        messages
            .append(",{\"role\":\"tool\",\"tool_call_id\":\"")
            .append(call.id())
            .append("\",\"content\":\"")
            .append(orders(call.arguments()).replace("\"", "\\\""))
            .append("\"}");
      }
    }
  }

  private Reply send(String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer none")
            .timeout(Duration.ofSeconds(60))
            .POST(BodyPublishers.ofString(body))
            .build();
    return reply(client.send(request, BodyHandlers.ofByteArray()).body());
  }

  private static Reply reply(byte[] body) throws IOException {
    String content = "";
    String id = "";
    List<Call> calls = new ArrayList<>();
    try (JsonParser json = JSON.createParser(body)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          switch (json.currentName()) {
            case "content" -> content = json.nextTextValue();
            case "id" -> id = json.nextTextValue();
            case "arguments" -> calls.add(new Call(id, json.nextTextValue()));
            default -> json.nextToken();
          }
        }
      }
    }
    return new Reply(content, calls);
  }

  private String orders(String arguments) throws IOException {
    String customer = "";
    String status = "";
    try (JsonParser json = JSON.createParser(arguments)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          switch (json.currentName()) {
            case "customer" -> customer = json.nextTextValue();
            case "status" -> status = json.nextTextValue();
            default -> json.nextToken();
          }
        }
      }
    }
    StringBuilder text = new StringBuilder("[");
    for (Order order : shop.orders(customer, Status.valueOf(status))) {
      text.append(text.length() == 1 ? "" : ",")
          .append("{\"id\":\"")
          .append(order.id())
          .append("\",\"cents\":")
          .append(order.cents())
          .append(",\"status\":\"")
          .append(order.status())
          .append("\"}");
    }
    return text.append(']').toString();
  }

  private static Resolution resolution(String content) throws IOException {
    boolean done = false;
    String answer = "";
    try (JsonParser json = JSON.createParser(content)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          switch (json.currentName()) {
            case "done" -> done = json.nextBooleanValue();
            case "answer" -> answer = json.nextTextValue();
            default -> json.nextToken();
          }
        }
      }
    }
    return new Resolution(done, answer);
  }
}
