package io.stepwright.benchmarks.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.benchmarks.tools.desk.Shop;
import io.stepwright.benchmarks.tools.server.Script;
import io.stepwright.benchmarks.tools.server.ScriptServer;
import io.stepwright.benchmarks.tools.side.Side;
import io.stepwright.benchmarks.tools.side.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every contender does the same work; the figures themselves are not checked. */
@Timeout(120)
class SidesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode parsed(String text) throws Exception {
    return JSON.readTree(text);
  }

  private static List<JsonNode> messages(String request, String role) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode message : parsed(request).path("messages")) {
      if (message.path("role").asText().equals(role)) {
        all.add(message);
      }
    }
    return all;
  }

  private static void assertSameQuestion(String request) throws Exception {
    JsonNode body = parsed(request);
    assertThat(messages(request, "user")).hasSize(1);
    assertThat(messages(request, "user").get(0).at("/content").asText()).isEqualTo(Script.PROMPT);
    assertThat(body.path("tools")).hasSize(1);
    JsonNode function = body.at("/tools/0/function");
    assertThat(function.path("name").asText()).isEqualTo("orders");
    assertThat(function.path("description").asText()).isEqualTo(Script.TOOL);
    assertThat(function.at("/parameters/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("customer", "status");
    assertThat(function.at("/parameters/properties/status/enum"))
        .map(JsonNode::asText)
        .containsExactly("OPEN", "SHIPPED");
    assertThat(body.at("/response_format/type").asText()).isEqualTo("json_schema");
    assertThat(body.at("/response_format/json_schema/schema/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("done", "answer");
  }

  @ParameterizedTest
  @EnumSource
  void everyoneSendsTheResultsOfTheToolsInASecondRequest(Side side) throws Exception {
    for (int calls : List.of(1, 4)) {
      List<String> requests = new CopyOnWriteArrayList<>();
      Shop shop = Shop.immediate();
      try (ScriptServer server = ScriptServer.start(calls, requests::add);
          Support support = side.open(server.url(), shop)) {
        assertThat(support.solve(Script.PROMPT)).isEqualTo(Script.ANSWER);
      }
      assertThat(shop.calls()).isEqualTo(calls);
      assertThat(requests).hasSize(2);
      assertSameQuestion(requests.get(0));
      assertThat(messages(requests.get(0), "tool")).isEmpty();
      assertSameQuestion(requests.get(1));
      assertThat(messages(requests.get(1), "assistant")).hasSize(1);
      assertThat(messages(requests.get(1), "assistant").get(0).path("tool_calls")).hasSize(calls);
      List<JsonNode> results = messages(requests.get(1), "tool");
      assertThat(results).hasSize(calls);
      for (int i = 1; i <= calls; i++) {
        JsonNode result = results.get(i - 1);
        assertThat(result.path("tool_call_id").asText()).isEqualTo("call_" + i);
        assertThat(parsed(result.path("content").asText()))
            .isEqualTo(
                parsed(
                    """
                    [{"id":"c%1$d-1","cents":1200,"status":"%2$s"},{"id":"c%1$d-2","cents":50,"status":"%2$s"}]"""
                        .formatted(i, Script.status(i))));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFiguresOfEveryoneArePrinted(Side side) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    try (ScriptServer server = ScriptServer.start(4)) {
      ToolCost.measure(side, 4, server.url(), 20, 2, 30, line -> lines.add(node(line)));
    }
    assertThat(lines).hasSize(3);
    assertThat(lines)
        .allMatch(line -> line.path("side").asText().equals(side.name()))
        .allMatch(line -> line.path("part").asText().equals("tools"))
        .allMatch(line -> line.path("calls").asText().equals("4"));
    assertThat(lines.get(0).path("overlap").asInt()).isEqualTo(side.isAtOnce() ? 4 : 1);
    for (JsonNode window : lines.subList(1, 3)) {
      assertThat(window.path("cpuMicros").asDouble()).isPositive();
      assertThat(window.path("bytes").asDouble()).isPositive();
      assertThat(window.path("micros").asDouble()).isPositive();
    }
  }

  private static JsonNode node(String line) {
    try {
      return JSON.readTree(line);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
