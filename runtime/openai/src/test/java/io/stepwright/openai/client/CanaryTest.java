package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.Turn;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plants a key and a prompt, lets servers send them back in every way, and searches for them. */
class CanaryTest {

  private static final String KEY = "sk-canary-4711";
  private static final String PROMPT = "canary_prompt";
  private static final ModelRequest REQUEST = request(Duration.ofMinutes(1));

  private final StringWriter seen = new StringWriter();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Logger root = Logger.getLogger("");
  private final Handler log = new Capture();
  private Level levelBefore;
  private PrintStream outBefore;
  private PrintStream errBefore;

  private static ModelRequest request(Duration timeout) {
    return Calls.request(
        "tiny",
        List.of(new Turn.Instructions("system " + PROMPT), new Turn.User(PROMPT + " please")),
        null,
        Calls.options(Double.NaN, 0, timeout));
  }

  @BeforeEach
  void capture() {
    levelBefore = root.getLevel();
    root.setLevel(Level.ALL);
    root.addHandler(log);
    // Jetty's log is discarded here, but the HTTP client could print.
    outBefore = System.out;
    errBefore = System.err;
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
  }

  @AfterEach
  void release() {
    System.setOut(outBefore);
    System.setErr(errBefore);
    root.removeHandler(log);
    root.setLevel(levelBefore);
  }

  /**
   * Checks that the search finds planted texts, since otherwise the other tests would prove
   * nothing.
   */
  @Test
  void theTrapWorks() {
    System.getLogger("any").log(System.Logger.Level.INFO, "logged " + KEY);
    System.err.println("printed " + PROMPT);
    assertThat(seen.toString()).contains("logged " + KEY);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("printed " + PROMPT);
  }

  @Test
  void nothingComesOutOfAServersAnswer() throws Exception {
    List<Function<Received, Answer>> echoes =
        List.of(
            echo(400, "{\"error\":{\"message\":%1$s,\"code\":%1$s,\"type\":%1$s,\"param\":%1$s}}"),
            echo(401, "{\"error\":{\"message\":%1$s,\"code\":%2$s,\"type\":%2$s}}"),
            echo(418, "{\"error\":%1$s}"),
            echo(429, "{\"detail\":%1$s}"),
            echo(500, "%1$s"),
            echo(503, "<%1$s>"),
            echo(200, "%1$s"),
            echo(200, "{%1$s"),
            echo(200, "{\"choices\":%1$s}"),
            echo(200, "{\"choices\":[{\"message\":%1$s}]}"),
            echo(
                200,
                "{\"choices\":[{\"finish_reason\":%1$s,\"message\":{\"content\":{\"a\":%1$s}}}]}"),
            request -> Answer.raw(302, "").header("Location", "http://" + KEY + "/" + PROMPT),
            request -> Answer.raw(429, "").header("Retry-After", PROMPT + KEY),
            request -> Answer.raw(200, request.body()).dropped());
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server, KEY)) {
      assertThat(client).asString().doesNotContain(KEY);
      for (Function<Received, Answer> echo : echoes) {
        server.answer(echo);
        record(Calls.failure(client, REQUEST));
      }
      server.answer(request -> Answer.raw(200, request.body()).stallingAfter(50));
      record(Calls.failure(client, request(Duration.ofSeconds(5))));
      assertThat(server.count()).isEqualTo(echoes.size() + 1);
      // The request does contain the key.
      assertThat(server.requests())
          .allMatch(r -> ("Bearer " + KEY).equals(r.header("authorization")));
    }
    nothingLeaked();
  }

  /**
   * A port that is not an HTTP server, but sends back the request, whose first line is not a status
   * line.
   */
  @Test
  void nothingComesOutOfAnEcho() throws Exception {
    try (ServerSocket echo = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      Thread thread = new Thread(() -> echoOnce(echo));
      thread.setDaemon(true);
      thread.start();
      // Puts the texts into the first line of the request, which the JDK could quote.
      URI url = URI.create("http://127.0.0.1:" + echo.getLocalPort() + "/canary_path");
      try (OpenAiModelClient client =
          new OpenAiModelClient(new Endpoint("local", url, KEY), null)) {
        Throwable failure = Calls.failure(client, REQUEST);
        assertThat(failure.getCause()).isNotNull();
        StringWriter trace = new StringWriter();
        failure.getCause().printStackTrace(new PrintWriter(trace, true));
        assertThat(trace.toString()).contains("ProtocolException").doesNotContain("canary_path");
        record(failure);
      }
    }
    nothingLeaked();
  }

  private static void echoOnce(ServerSocket echo) {
    try (Socket socket = echo.accept()) {
      byte[] request = new byte[10_000];
      int length = socket.getInputStream().read(request);
      socket.getOutputStream().write(request, 0, length);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Function<Received, Answer> echo(int status, String body) {
    return request ->
        Answer.raw(
            status,
            String.format(
                body,
                TextNode.valueOf(request.header("authorization") + " " + request.body()),
                TextNode.valueOf(KEY)));
  }

  private void record(Throwable failure) {
    assertThat(failure).isNotNull();
    failure.printStackTrace(new PrintWriter(seen, true));
    for (Throwable t = failure; t != null; t = t.getCause()) {
      seen.append(t.toString()).append(String.valueOf(t.getMessage())).append('\n');
    }
  }

  private void nothingLeaked() {
    String all = seen + printed.toString(StandardCharsets.UTF_8);
    assertThat(all).contains("Caused by");
    assertThat(all).doesNotContain(KEY).doesNotContain(PROMPT);
  }

  private final class Capture extends Handler {

    private Capture() {
      setLevel(Level.ALL);
      setFormatter(new SimpleFormatter());
    }

    @Override
    public void publish(LogRecord record) {
      seen.append(getFormatter().format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
