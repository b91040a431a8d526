package io.stepwright.mcp;

import static io.stepwright.mcp.Pinned.echo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.stepwright.wiring.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that do what no server should. */
class HostileServerTest {

  private static final String CHANGED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}";

  private final FakeHttpServer fake = FakeHttpServer.start();
  private final McpServers servers = Pinned.servers(fake.url(), "60s");
  private final McpServer server = servers.server("fake");
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void close() {
    end.countDown();
    servers.close();
    fake.close();
  }

  private static String large(int characters) {
    return FakeHttpServer.text("x".repeat(characters));
  }

  @Test
  void anAnswerWithoutEndIsCutOff() {
    fake.on(
        "tools/call",
        (exchange, message) -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          byte[] part = "x".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
          while (true) {
            exchange.getResponseBody().write(part); // Fails when the client has closed.
          }
        });
    assertThatThrownBy(() -> echo(server))
        .isInstanceOf(McpCallException.class)
        .hasMessageContaining("a message of more than 4194304 bytes");
    fake.on(
        "tools/call",
        (exchange, message) -> {
          OutputStream events = FakeHttpServer.events(exchange);
          byte[] part = ("data: " + "x".repeat(64 * 1024) + "\n").getBytes(StandardCharsets.UTF_8);
          while (true) {
            events.write(part);
          }
        });
    assertThatThrownBy(() -> echo(server))
        .isInstanceOf(McpCallException.class)
        .hasMessageContaining("a message of more than 4194304 bytes");
  }

  @Test
  void aLargeAnswerWithinTheLimitIsRead() {
    fake.result(large(3_000_000));
    assertThat(echo(server)).hasSize(3_000_000);
  }

  @Test
  void deepJsonIsRefused() {
    fake.result(
        "{\"content\":[],\"structuredContent\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
    assertThatThrownBy(() -> echo(server))
        .isInstanceOf(McpCallException.class)
        .hasMessageContaining("not one of JSON-RPC");
  }

  @Test
  void aListWithoutEndIsCutOff() {
    AtomicInteger pages = new AtomicInteger();
    fake.on(
        "tools/list",
        (exchange, message) ->
            FakeHttpServer.json(
                exchange,
                message,
                "{\"tools\":[],\"nextCursor\":\"" + pages.incrementAndGet() + "\"}"));
    assertThatThrownBy(() -> echo(server))
        .isInstanceOf(McpServerUnavailableException.class)
        .hasMessageContaining("more than 100 pages");
    assertThat(pages).hasValue(100);
  }

  @Test
  void aListInACircleIsCutOff() {
    fake.on(
        "tools/list",
        (exchange, message) ->
            FakeHttpServer.json(exchange, message, "{\"tools\":[],\"nextCursor\":\"again\"}"));
    assertThatThrownBy(() -> echo(server))
        .isInstanceOf(McpServerUnavailableException.class)
        .hasMessageContaining("in a circle");
    assertThat(fake.count("tools/list")).isEqualTo(2);
  }

  @Test
  void tooManyToolsAreRefused() {
    String[] tools = new String[1_001];
    for (int i = 0; i < tools.length; i++) {
      tools[i] = FakeHttpServer.ECHO.replace("\"echo\"", "\"echo" + i + "\"");
    }
    fake.tools(tools);
    assertThatThrownBy(() -> echo(server))
        .isInstanceOf(McpServerUnavailableException.class)
        .hasMessageContaining("more than 1000 tools");
  }

  @Test
  void twoToolsOfTheSameNameAreRefused() {
    fake.tools(FakeHttpServer.ECHO, FakeHttpServer.ECHO.replace("again", "twice"));
    assertThatThrownBy(() -> echo(server))
        .isInstanceOf(McpServerUnavailableException.class)
        .hasMessageContaining("two tools with the same name");
  }

  @Test
  void pagesAreReadToTheEnd() {
    fake.on(
        "tools/list",
        (exchange, message) ->
            FakeHttpServer.json(
                exchange,
                message,
                message.field("params").names().isEmpty()
                    ? "{\"tools\":[" + FakeHttpServer.PAY + "],\"nextCursor\":\"2\"}"
                    : "{\"tools\":[" + FakeHttpServer.ECHO + "]}"));
    assertThat(echo(server)).isEqualTo("done");
  }

  @Test
  void answersToNobodyAreIgnored() {
    fake.on(
        "tools/call",
        (exchange, message) -> {
          OutputStream events = FakeHttpServer.events(exchange);
          for (String id : new String[] {"7", "\"unknown\"", "null", "{\"a\":1}"}) {
            FakeHttpServer.event(
                events,
                "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}"
                    .formatted(id, FakeHttpServer.text("wrong")));
          }
          FakeHttpServer.event(
              events, FakeHttpServer.response(message, FakeHttpServer.text("right")));
          FakeHttpServer.event(
              events, FakeHttpServer.response(message, FakeHttpServer.text("twice")));
        });
    assertThat(echo(server)).isEqualTo("right");
    assertThat(echo(server)).isEqualTo("right");
  }

  @Test
  void aStormOfChangesCostsOneListPerCall() {
    fake.on(
        "tools/call",
        (exchange, message) -> {
          OutputStream events = FakeHttpServer.events(exchange);
          for (int i = 0; i < 10_000; i++) {
            FakeHttpServer.event(events, CHANGED);
          }
          FakeHttpServer.event(
              events, FakeHttpServer.response(message, FakeHttpServer.text("done")));
        });
    assertThat(echo(server)).isEqualTo("done");
    assertThat(echo(server)).isEqualTo("done");
    assertThat(fake.count("tools/list")).isEqualTo(2);
  }

  @Test
  void requestsOfTheServerAreRefusedAndNotMoreThanAHundred() {
    fake.on(
        "tools/call",
        (exchange, message) -> {
          OutputStream events = FakeHttpServer.events(exchange);
          for (String method :
              new String[] {"sampling/createMessage", "roots/list", "elicitation/create"}) {
            FakeHttpServer.event(
                events,
                "{\"jsonrpc\":\"2.0\",\"id\":\"" + method + "\",\"method\":\"" + method + "\"}");
          }
          for (int i = 0; i < 500; i++) {
            FakeHttpServer.event(
                events, "{\"jsonrpc\":\"2.0\",\"id\":" + i + ",\"method\":\"ping\"}");
          }
          FakeHttpServer.event(
              events, FakeHttpServer.response(message, FakeHttpServer.text("done")));
        });
    assertThat(echo(server)).isEqualTo("done");
    Eventually.await("a hundred answers", () -> answers("").size() >= 100);
    assertThat(echo(server)).isEqualTo("done");
    assertThat(answers("")).hasSize(100);
    assertThat(answers("\"error\"")).hasSize(3).allMatch(answer -> answer.contains("-32601"));
  }

  private List<String> answers(String with) {
    return fake.received.stream()
        .filter(message -> FakeHttpServer.method(message).isEmpty())
        .map(JsonValue::canonical)
        .filter(text -> text.contains(with))
        .toList();
  }

  @Test
  void aStreamThatStaysOpenAfterItsAnswerHoldsNobodyUp() {
    fake.on(
        "tools/call",
        (exchange, message) -> {
          OutputStream events = FakeHttpServer.events(exchange);
          FakeHttpServer.event(
              events, FakeHttpServer.response(message, FakeHttpServer.text("done")));
          await();
        });
    for (int i = 0; i < 100; i++) {
      assertThat(echo(server)).isEqualTo("done");
    }
  }

  @Test
  void aSlowAnswerEndsAtTheTimeLimit() {
    fake.on(
        "tools/call",
        (exchange, message) -> {
          OutputStream events = FakeHttpServer.events(exchange);
          while (end.getCount() > 0) {
            FakeHttpServer.event(events, CHANGED);
          }
        });
    try (McpServers impatient = Pinned.servers(fake.url(), "2s")) {
      McpServer slow = impatient.server("fake");
      assertThatThrownBy(() -> echo(slow))
          .isInstanceOf(McpCallException.class)
          .hasMessageContaining("did not answer in time");
    }
  }

  @Test
  void aServerThatNeverAnswersIsAbsent() {
    fake.on("initialize", (exchange, message) -> await());
    try (McpServers impatient = Pinned.servers(fake.url(), "1s")) {
      McpServer slow = impatient.server("fake");
      assertThatThrownBy(() -> echo(slow))
          .isInstanceOf(McpServerUnavailableException.class)
          .hasMessageContaining("did not answer in time");
    }
  }

  @Test
  void redirectsAreNotFollowed() {
    try (FakeHttpServer other = FakeHttpServer.start()) {
      fake.on(
          "initialize",
          (exchange, message) -> {
            exchange.getResponseHeaders().add("Location", other.url());
            exchange.sendResponseHeaders(307, -1);
          });
      assertThatThrownBy(() -> echo(server))
          .isInstanceOf(McpServerUnavailableException.class)
          .hasMessageContaining("307")
          .hasMessageContaining("not followed");
      assertThat(other.headers).isEmpty();
    }
  }

  @Test
  void anotherProtocolIsRefused() {
    fake.on(
        "initialize",
        (exchange, message) ->
            FakeHttpServer.json(exchange, message, "{\"protocolVersion\":\"1999-01-01\"}"));
    assertThatThrownBy(() -> echo(server))
        .isInstanceOf(McpServerUnavailableException.class)
        .hasMessageContaining("none of the versions");
    fake.on("initialize", (exchange, message) -> refuse(exchange, 401));
    assertThatThrownBy(() -> echo(server))
        .isInstanceOf(McpServerUnavailableException.class)
        .hasMessageContaining("headers do not let us in");
  }

  private static void refuse(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
