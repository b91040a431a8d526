package io.stepwright.mcp;

import static io.stepwright.mcp.Pinned.ECHO;
import static io.stepwright.mcp.Pinned.echo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are programs. */
class ProgramTest {

  @TempDir Path folder;

  private Path received() {
    return folder.resolve("received");
  }

  private McpServers servers(List<String> command, String timeout) {
    return McpServers.builder()
        .configuration(
            "stepwright.mcp.fake.command",
            JsonWriter.write(
                "command", command, (json, words) -> json.array(words, JsonWriter::string)))
        .configuration("stepwright.mcp.fake.env", "{\"TOKEN\":\"t-1\"}")
        .configuration("stepwright.mcp.fake.timeout", timeout)
        .build();
  }

  private McpServers fake(String... behaviour) {
    return servers(FakeProgram.command(received(), behaviour), "60s");
  }

  private List<String> lines() {
    try {
      return Files.exists(received()) ? Files.readAllLines(received()) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Long> ids(String prefix) {
    return lines().stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> Long.parseLong(line.substring(prefix.length())))
        .toList();
  }

  private long calls() {
    return lines().stream().filter(line -> line.contains("\"tools/call\"")).count();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  @Test
  void aProgramGetsItsVariablesAndNoneOfOurs() {
    assertThat(System.getenv("STEPWRIGHT_TEST_ONLY_OURS")).isEqualTo("ours");
    try (McpServers servers = fake("greet", "noise")) {
      assertThat(lines()).isEmpty();
      assertThat(echo(servers.server("fake"))).isEqualTo("null t-1");
    }
  }

  @Test
  void aProgramThatDoesNotStartFailsTheCall() {
    try (McpServers servers = servers(List.of("/no/such/program", "secret-word"), "60s")) {
      McpServer server = servers.server("fake");
      assertThatThrownBy(() -> echo(server))
          .isInstanceOf(McpServerUnavailableException.class)
          .hasMessageContaining("'fake'")
          .hasMessageContaining("does not start")
          .hasMessageNotContaining("secret-word");
    }
  }

  @Test
  void aProgramThatHasDiedIsStartedAgain() {
    try (McpServers servers = fake()) {
      McpServer server = servers.server("fake");
      echo(server);
      long first = ids("pid ").get(0);
      ProcessHandle process = ProcessHandle.of(first).orElseThrow();
      process.destroyForcibly();
      process.onExit().join();
      assertThat(echo(server)).isEqualTo("null t-1");
      assertThat(ids("pid ")).hasSize(2);
      assertThat(calls()).isEqualTo(2);
    }
  }

  @Test
  void aCallDuringWhichTheProgramDiesIsNotSentAgain() {
    try (McpServers servers = fake("die")) {
      McpServer server = servers.server("fake");
      assertThatThrownBy(() -> echo(server))
          .isInstanceOf(McpCallException.class)
          .hasMessageContaining("may have run");
      assertThat(calls()).isEqualTo(1);
    }
  }

  @Test
  void anInterruptCancelsTheCallAtTheProgram() throws Exception {
    try (McpServers servers = fake("hang")) {
      McpServer server = servers.server("fake");
      CompletableFuture<Throwable> end = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  echo(server);
                } catch (McpException e) {
                  end.complete(e);
                }
              });
      caller.start();
      Eventually.await("the program is called", () -> calls() == 1);
      caller.interrupt();
      assertThat(end.get(60, TimeUnit.SECONDS)).hasMessageContaining("interrupted");
      Eventually.await(
          "the program is told",
          () -> lines().stream().anyMatch(line -> line.contains("notifications/cancelled")));
      JsonValue call =
          JsonValue.parse(
              lines().stream().filter(l -> l.contains("tools/call")).findFirst().orElseThrow());
      JsonValue cancel =
          JsonValue.parse(
              lines().stream().filter(l -> l.contains("/cancelled")).findFirst().orElseThrow());
      assertThat(cancel.field("params").field("requestId").canonical())
          .isEqualTo(call.field("id").canonical());
    }
  }

  @Test
  void closingEndsTheProgramAndItsChildrenAndThreads() {
    try (McpServers servers = fake("child", "stay")) {
      echo(servers.server("fake"));
      assertThat(isAlive(ids("child ").get(0))).isTrue();
    }
    Eventually.await("the program ends", () -> !isAlive(ids("pid ").get(0)));
    Eventually.await("its child ends", () -> !isAlive(ids("child ").get(0)));
    assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
        .noneMatch(name -> name.startsWith("stepwright-mcp-fake"));
  }

  @Test
  void closingEndsAProgramThatIsBeingConnectedTo() throws Exception {
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    McpServers servers = fake("mute");
    McpServer server = servers.server("fake");
    Thread caller =
        new Thread(
            () -> {
              try {
                echo(server);
              } catch (McpException e) {
                end.complete(e);
              }
            });
    caller.start();
    Eventually.await(
        "the program is asked",
        () -> lines().stream().anyMatch(line -> line.contains("\"initialize\"")));
    servers.close();
    assertThat(end.get(60, TimeUnit.SECONDS))
        .isInstanceOf(McpServerUnavailableException.class)
        .hasMessageContaining("was closed");
    assertThat(isAlive(ids("pid ").get(0))).isFalse();
  }

  @Test
  void aLineWithoutEndIsCutOff() {
    try (McpServers servers = fake("huge")) {
      McpServer server = servers.server("fake");
      assertThatThrownBy(() -> echo(server))
          .isInstanceOf(McpCallException.class)
          .hasMessageContaining("a message of more than 4194304 bytes");
    }
  }

  @Test
  void aProgramThatDoesNotReadIsLeftAtTheTimeLimit() {
    try (McpServers servers = servers(FakeProgram.command(received(), "deaf"), "10s")) {
      McpServer server = servers.server("fake");
      String long1 = "x".repeat(1_000_000);
      assertThatThrownBy(
              () -> server.call(ECHO, json -> json.name("text").string(long1), JsonValue::asString))
          .isInstanceOf(McpCallException.class)
          .hasMessageContaining("did not answer in time");
    }
    assertThat(isAlive(ids("pid ").get(0))).isFalse();
  }

  @Test
  void aProgramEndsWithTheJvm() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CallsAndExits.class.getName(),
                received().toString())
            .redirectErrorStream(true)
            .start();
    jvm.getInputStream().transferTo(System.out);
    assertThat(jvm.waitFor()).isEqualTo(3);
    Eventually.await("the program ends", () -> !isAlive(ids("pid ").get(0)));
    Eventually.await("its child ends", () -> !isAlive(ids("child ").get(0)));
  }

  /** A program that calls a tool and does not close its servers. */
  static final class CallsAndExits {

    public static void main(String[] args) {
      ProgramTest test = new ProgramTest();
      test.folder = Path.of(args[0]).getParent();
      echo(test.fake("child", "stay").server("fake"));
      System.exit(3);
    }
  }
}
