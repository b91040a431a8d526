package io.stepwright.it.tools;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.runtime.AgentRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The agent with its server and its shop. */
final class Desk implements AutoCloseable {

  static final String DONE = "{\"done\":true,\"answer\":\"paid\"}";
  static final Refunds.Ticket TICKET = new Refunds.Ticket("c7", "It broke.");

  final ModelServer server = ModelServer.http();
  final FakeShop shop = new FakeShop();
  final AgentRuntime runtime;
  final Refunds refunds;

  Desk() {
    this(builder -> builder);
  }

  Desk(UnaryOperator<AgentRuntime.Builder> settings) {
    runtime = settings.apply(Runtimes.builder(server.baseUrl())).build();
    refunds = new WiredRefunds(runtime, shop);
  }

  /** One call of a tool: its identifier, its name and its arguments. */
  record Call(String id, String tool, String arguments) {}

  static Call orders(String id) {
    return new Call(id, "orders", "{\"status\":\"OPEN\"}");
  }

  static Call rate(String id, String currency) {
    return new Call(id, "rate", "{\"currency\":\"" + currency + "\"}");
  }

  static Call refund(String id, int cents) {
    return new Call(id, "refund", "{\"orderId\":\"o1\",\"cents\":" + cents + "}");
  }

  static Call payBack(String id, int cents) {
    return new Call(id, "pay-back", "{\"orderId\":\"o1\",\"cents\":" + cents + "}");
  }

  static Call block(String id) {
    return new Call(id, "block", "{}");
  }

  /** An answer that calls tools. */
  static Answer calls(Call... calls) {
    return Answer.chat(request -> calling(Completion.of(request), calls).usage(100, 10));
  }

  static Completion calling(Completion completion, Call... calls) {
    completion.text(null).finish("tool_calls");
    for (Call call : calls) {
      completion.call(call.id(), call.tool(), call.arguments());
    }
    return completion;
  }

  /** An answer that ends the step. */
  static Answer done() {
    return Answer.chat(request -> Completion.of(request).text(DONE).usage(100, 10));
  }

  static Answer text(String text) {
    return Answer.chat(request -> Completion.of(request).text(text).usage(100, 10));
  }

  /** Returns the number-th request, from 0. */
  JsonNode request(int number) {
    return server.requests().get(number).json();
  }

  /** Returns what the number-th request tells of the calls of the turn before it. */
  List<String> told(int number) {
    List<String> told = new ArrayList<>();
    for (JsonNode message : request(number).path("messages")) {
      if (message.path("role").asText().equals("tool")) {
        told.add(message.path("content").asText());
      } else {
        told.clear();
      }
    }
    return told;
  }

  /** Returns the values of {@code tool_choice} of all requests; "auto" where there is none. */
  List<String> toolChoices() {
    return server.requests().stream()
        .map(Received::json)
        .map(json -> json.path("tool_choice").asText("auto"))
        .toList();
  }

  @Override
  public void close() {
    runtime.close();
    server.close();
  }
}
