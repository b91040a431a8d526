package io.stepwright.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.mcp.lock.Lock;
import io.stepwright.runtime.ToolRefusal;
import io.stepwright.wiring.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls tools of the reference server, over both transports. */
class EverythingTest {

  record Weather(double temperature, String conditions, double humidity) {
    static Weather decode(JsonValue json) {
      return new Weather(
          json.field("temperature", JsonValue::asDouble),
          json.field("conditions", JsonValue::asString),
          json.field("humidity", JsonValue::asDouble));
    }
  }

  @TempDir Path folder;

  private static McpServers program(String... command) {
    return McpServers.builder()
        .configuration(
            "stepwright.mcp.everything.command", "[\"" + String.join("\",\"", command) + "\"]")
        .configuration("stepwright.mcp.everything.timeout", "120s")
        .build();
  }

  private static McpServers http(String url) {
    return McpServers.builder()
        .configuration("stepwright.mcp.everything.url", url)
        .configuration("stepwright.mcp.everything.timeout", "120s")
        .build();
  }

  private static void calls(McpServer server) {
    McpTool echo = EverythingServer.tool(server, "echo");
    assertThat(server.call(echo, json -> json.name("message").string("hello"), JsonValue::asString))
        .isEqualTo("Echo: hello");
    McpTool weather = EverythingServer.tool(server, "get-structured-content");
    assertThat(
            server
                .call(weather, json -> json.name("location").string("Chicago"), Weather::decode)
                .conditions())
        .isNotEmpty();
    McpTool sum = EverythingServer.tool(server, "get-sum");
    assertThatThrownBy(() -> server.perform(sum, json -> json.name("a").string("one")))
        .isInstanceOf(ToolRefusal.class);
    McpTool image = EverythingServer.tool(server, "get-tiny-image");
    assertThat(server.call(image, json -> {}, JsonValue::asString)).contains("image");
  }

  @Test
  void toolsAreCalledOverStreams() {
    try (McpServers servers = program(EverythingServer.executable(), "stdio")) {
      calls(servers.server("everything"));
    }
  }

  @Test
  void toolsAreCalledOverHttp() throws IOException {
    try (EverythingServer everything = EverythingServer.start(EverythingServer.freePort());
        McpServers servers = http(everything.url())) {
      calls(servers.server("everything"));
    }
  }

  @Test
  void theLockFileOfBothIsTheSameAndCanBeRead() throws IOException {
    try (EverythingServer everything = EverythingServer.start(EverythingServer.freePort());
        McpServers remote = http(everything.url());
        McpServers local = program(EverythingServer.executable(), "stdio")) {
      Lock lock = remote.server("everything").tools();
      assertThat(lock.text()).isEqualTo(local.server("everything").tools().text());
      assertThat(Lock.parse(lock.text())).isEqualTo(lock);
      assertThat(lock.tools()).hasSizeGreaterThan(5);
    }
  }

  @Test
  void aToolThatIsNotAsReviewedIsNotCalledAndOthersAre() {
    try (McpServers servers = program(EverythingServer.executable(), "stdio")) {
      McpServer server = servers.server("everything", EverythingTest.class);
      // The lock file on the class path of the tests has an echo with other words.
      Lock reviewed = Lock.parse(resource("/META-INF/stepwright/mcp/everything.json"));
      McpTool echo = McpTool.of("echo", reviewed.tools().get(0).sha256());
      assertThatThrownBy(
              () ->
                  server.call(echo, json -> json.name("message").string("x"), JsonValue::asString))
          .isInstanceOfSatisfying(
              McpToolChangedException.class,
              changed ->
                  assertThat(changed.differences())
                      .anyMatch(line -> line.startsWith("description: \"Repeats"))
                      .anyMatch(line -> line.startsWith("inputSchema.properties.message")));
      calls(server);
    }
  }

  private static String resource(String name) {
    try (var stream = EverythingTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aServerThatWasKilledIsConnectedToAnew() throws IOException {
    int port = EverythingServer.freePort();
    EverythingServer first = EverythingServer.start(port);
    try (first;
        McpServers servers = http(first.url())) {
      McpServer server = servers.server("everything");
      McpTool echo = EverythingServer.tool(server, "echo");
      calls(server);
      first.close();
      assertThatThrownBy(() -> server.perform(echo, json -> json.name("message").string("x")))
          .isInstanceOf(McpServerUnavailableException.class);
      try (EverythingServer second = EverythingServer.start(port)) {
        assertThat(second.url()).isEqualTo(first.url());
        calls(server);
      }
    }
  }

  @Test
  void aProgramThatWasKilledIsStartedAgain() {
    try (McpServers servers = program(EverythingServer.executable(), "stdio")) {
      McpServer server = servers.server("everything");
      calls(server);
      ProcessHandle program =
          ProcessHandle.current()
              .children()
              .filter(child -> child.info().arguments().map(EverythingTest::isServer).orElse(false))
              .findFirst()
              .orElseThrow();
      program.destroyForcibly();
      program.onExit().join();
      calls(server);
    }
  }

  private static boolean isServer(String[] arguments) {
    return String.join(" ", arguments).contains("mcp-server-everything");
  }

  @Test
  void aCancelReachesTheServer() throws Exception {
    Path input = folder.resolve("input");
    try (McpServers servers =
        program(
            "sh", "-c", "tee " + input + " | exec " + EverythingServer.executable() + " stdio")) {
      McpServer server = servers.server("everything");
      McpTool slow = EverythingServer.tool(server, "trigger-long-running-operation");
      CompletableFuture<Throwable> end = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  server.perform(slow, json -> json.name("duration").number(600));
                } catch (McpException e) {
                  end.complete(e);
                }
              });
      caller.start();
      Eventually.await("the call is there", () -> read(input).contains("tools/call"));
      caller.interrupt();
      assertThat(end.get(60, TimeUnit.SECONDS)).isInstanceOf(McpCallException.class);
      Eventually.await("so is the cancel", () -> read(input).contains("notifications/cancelled"));
      // The server still answers.
      calls(server);
    }
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
