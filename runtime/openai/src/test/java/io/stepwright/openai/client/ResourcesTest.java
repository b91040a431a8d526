package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelClientException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A shortage in this process is not reported as a fault of the server. */
class ResourcesTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new SocketException("Too many open files"), ResourceShortage.FILES),
        Arguments.of(
            new IOException("x", new IOException("Too many open files in system")),
            ResourceShortage.FILES),
        Arguments.of(
            new InternalError(new IOException("Too many open files")), ResourceShortage.FILES),
        Arguments.of(
            new ConnectException("Cannot assign requested address"), ResourceShortage.ADDRESSES),
        Arguments.of(
            new ConnectException("Can't assign requested address"), ResourceShortage.ADDRESSES),
        Arguments.of(
            new UncheckedIOException(new IOException("Cannot allocate memory")),
            ResourceShortage.MEMORY),
        Arguments.of(
            new OutOfMemoryError(
                "unable to create native thread: possibly out of memory or process/resource limits reached"),
            ResourceShortage.THREADS),
        Arguments.of(
            new OutOfMemoryError("Cannot reserve 16384 bytes of direct buffer memory"),
            ResourceShortage.MEMORY),
        Arguments.of(new ConnectException("Connection refused"), null),
        Arguments.of(new SocketException("Connection reset"), null),
        Arguments.of(new OutOfMemoryError("Java heap space"), null),
        // A failure caused by the server's bytes.
        Arguments.of(new ProtocolException("Invalid status line: Too many open files"), null),
        Arguments.of(
            new IOException("Too many open files", new ProtocolException("Too many open files")),
            null),
        Arguments.of(new IOException((String) null), null));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void theTextTellsThemApart(Throwable failure, ResourceShortage shortage) {
    assertThat(ResourceShortage.of(failure)).isEqualTo(shortage);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessWithoutFileDescriptorsSaysSo(@TempDir Path folder) throws Exception {
    byte[] body =
        "{\"choices\":[{\"message\":{\"content\":\"An answer.\"}}]}"
            .getBytes(StandardCharsets.UTF_8);
    try (RawServer server = RawServer.of("200 OK\r\nConnection: close", body)) {
      List<String> command =
          new ArrayList<>(List.of("bash", "-c", "ulimit -n 300; exec \"$@\"", "x"));
      command.addAll(ChildJvm.command(List.of(), FullProcess.class, List.of(server.url("/v1"))));
      List<String> lines = ChildJvm.run(command, folder);
      assertThat(lines).hasSize(4);
      assertThat(lines.get(0)).isEqualTo("An answer.");
      assertThat(lines.get(1)).isEqualTo("RESOURCES true");
      assertThat(lines.get(2)).startsWith("This process has no file descriptor left (ulimit -n)");
      assertThat(lines.get(3)).isEqualTo("An answer.");
    }
  }

  private static OpenAiModelClient client(ModelServer server, ByteBudget budget) {
    return new OpenAiModelClient(
        new Endpoint("local", URI.create(server.baseUrl()), null), null, budget);
  }

  @Test
  void moreAnswersThanFitAreNoFaultOfTheServer() throws Exception {
    ByteBudget budget = new ByteBudget(10_000);
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = client(server, budget)) {
      server.next(Answer.text("x".repeat(20_000)));
      ModelClientException failure = Calls.failure(client, Calls.request("Hello"));
      assertThat(failure)
          .hasMessageStartingWith("This process holds as many bytes of answers as its heap allows");
      assertThat(failure.kind()).isEqualTo(Kind.RESOURCES);
      assertThat(failure.retryable()).isTrue();
      assertThat(failure.mayPassElsewhere()).isFalse();
      assertThat(client.call(Calls.request("Hello")).text()).isEqualTo("An answer.");
    }
    assertThat(budget.taken()).isZero();
  }

  /** In every outcome of a call. */
  @Test
  void allIsGivenBack() throws Exception {
    ByteBudget budget = new ByteBudget(1_000_000);
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = client(server, budget)) {
      server.next(
          Answer.text("x".repeat(20_000)),
          Answer.raw(200, "<html>"),
          Answer.raw(200, "{\"choices\":[" + "{},".repeat(9_000)),
          Answer.raw(400, "x".repeat(100_000)),
          Answer.error(503, "x", "y"),
          Answer.raw(204, ""),
          Answer.raw(200, "x".repeat(WireResponse.LARGEST_BODY + 1)),
          Answer.chat().stallingAfter(20),
          Answer.raw(500, "x".repeat(100)).stallingAfter(20),
          Answer.chat().dropped());
      for (int i = 0; i < 10; i++) {
        try {
          client.call(Calls.request("Hello", Duration.ofMillis(i > 6 ? 400 : 20_000)));
        } catch (ModelClientException e) {
          assertThat(e.kind()).isNotEqualTo(Kind.OTHER);
        }
      }
      server.answer(Answer.chat().stallingAfter(20));
      Caller caller = Caller.start(Caller.Kind.PLATFORM, client, Calls.request("Hello"));
      server.awaitInFlight(1);
      caller.interrupt();
      assertThat(caller.outcome().failure()).isInstanceOf(InterruptedException.class);
    }
    assertThat(budget.taken()).isZero();
  }
}
