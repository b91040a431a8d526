package io.stepwright.openai.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.spi.DeltaSink;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelClientException.Kind;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelReply.Finish;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ToolCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that streams answers by server-sent events, over any protocol. */
@Timeout(120)
public abstract class StreamContract {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String END = "data: [DONE]\n\n";

  private final ModelServer server = server();
  private final List<String> pieces = new ArrayList<>();
  private @Nullable ModelClient client;

  /** Starts a server that the clients of this test can reach. */
  protected abstract ModelServer server();

  /** Makes a client of a server. */
  protected abstract ModelClient client(ModelServer server);

  /**
   * Tells whether a stream that its caller leaves is aborted on the wire at once. If not, it ends
   * at its deadline, but its caller does not wait for that.
   */
  protected boolean abortsAtOnce() {
    return true;
  }

  private void awaitAborted() throws InterruptedException {
    Received request = server.awaitCount(1);
    if (abortsAtOnce()) {
      request.awaitAborted(PATIENCE);
      server.awaitInFlight(0);
    }
  }

  @BeforeEach
  void connect() {
    client = client(server);
  }

  @AfterEach
  void stop() {
    client().close();
    server.close();
  }

  private ModelClient client() {
    if (client == null) {
      throw new IllegalStateException("no client");
    }
    return client;
  }

  private static Answer events(String body) {
    return Answer.raw(200, body).header("Content-Type", "text/event-stream");
  }

  private static String delta(String fields) {
    return "data: {\"id\":\"c1\",\"model\":\"tiny\",\"choices\":[{\"index\":0,\"delta\":{"
        + fields
        + "},\"finish_reason\":null}],\"usage\":null}\n\n";
  }

  private static String text(String json) {
    return delta("\"content\":\"" + json + "\"");
  }

  private static String finish(String word) {
    return "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"" + word + "\"}]}\n\n";
  }

  private ModelReply stream(ModelRequest request)
      throws ModelClientException, InterruptedException {
    return client().stream(request, pieces::add);
  }

  // ---------------------------------------------------------------- answers

  @Test
  void piecesComeInOrder() throws Exception {
    server.answer(
        events(
            ": hello\n\n"
                + delta("\"role\":\"assistant\",\"content\":\"\"")
                + text("Grü")
                + text("ße \\\"x\\\"\\n")
                + text("😀")
                + finish("stop")
                + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":5}}\n\n"
                + END));
    ModelReply reply = stream(Requests.of("Hello"));
    assertThat(pieces).containsExactly("Grü", "ße \"x\"\n", "😀");
    assertThat(reply.wireNanos()).isBetween(1L, PATIENCE.toNanos());
    assertThat(reply.onWire(ModelReply.UNKNOWN))
        .isEqualTo(new ModelReply("Grüße \"x\"\n😀", "tiny", Finish.COMPLETE, 12, 5).named("c1"));
    Received received = server.requests().get(0);
    assertThat(received.json().path("stream").asBoolean()).isTrue();
    assertThat(received.json().path("stream_options").path("include_usage").asBoolean()).isTrue();
  }

  /** However the bytes are cut, the text is the same. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void anyCutOfTheBytesGivesTheSame(int characters) throws Exception {
    String body = text("Grü\\ud83d") + text("\\ude00 x") + finish("stop") + END;
    server.answer(
        events(body.replace("\n", characters == 2 ? "\r\n" : "\n"))
            .slowly(characters, Duration.ofNanos(1)));
    assertThat(stream(Requests.of("Hello")).text()).isEqualTo("Grü😀 x");
    assertThat(pieces).containsExactly("Grü", "😀 x");
  }

  @Test
  void callsOfToolsAreJoined() throws Exception {
    server.answer(
        events(
            text("Let me look")
                + delta(
                    "\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"look\",\"arguments\":\"\"}}]")
                + delta(
                    "\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"x\\\"\"}}]")
                + delta(
                    "\"tool_calls\":[{\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"see\"}}]")
                + delta("\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\":1}\"}}]")
                + finish("tool_calls")
                + END));
    ModelReply reply = stream(Requests.of("Hello"));
    assertThat(reply.finish()).isEqualTo(Finish.TOOL_CALLS);
    assertThat(reply.text()).isEqualTo("Let me look");
    assertThat(reply.calls())
        .containsExactly(new ToolCall("a", "look", "{\"x\":1}"), new ToolCall("b", "see", "{}"));
  }

  @Test
  void callsOfACutAnswerAreNotMade() throws Exception {
    server.answer(
        events(
            delta("\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"look\"}}]")
                + finish("length")
                + END));
    ModelReply reply = stream(Requests.of("Hello"));
    assertThat(reply.finish()).isEqualTo(Finish.LENGTH);
    assertThat(reply.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"length, LENGTH", "content_filter, CONTENT_FILTER", "strange, OTHER"})
  void finishWordsAreUnderstood(String word, Finish finish) throws Exception {
    server.answer(events(text("Half") + finish(word) + END));
    assertThat(stream(Requests.of("Hello")).finish()).isEqualTo(finish);
  }

  @Test
  void aRefusalIsHandedOverWhole() throws Exception {
    server.answer(
        events(
            delta("\"refusal\":\"I \"") + delta("\"refusal\":\"won't.\"") + finish("stop") + END));
    ModelReply reply = stream(Requests.of("Hello"));
    assertThat(reply.finish()).isEqualTo(Finish.REFUSAL);
    assertThat(reply.text()).isEqualTo("I won't.");
    assertThat(pieces).containsExactly("I won't.");
  }

  @Test
  void aServerThatDoesNotStreamGivesOnePiece() throws Exception {
    server.answer(Answer.chat(request -> Completion.of(request).text("All at once.").usage(3, 4)));
    ModelReply streamed = stream(Requests.of("Hello"));
    assertThat(pieces).containsExactly("All at once.");
    assertThat(streamed.onWire(ModelReply.UNKNOWN))
        .isEqualTo(client().call(Requests.of("Hello")).onWire(ModelReply.UNKNOWN));
  }

  @Test
  void onlyOneChoiceIsKept() throws Exception {
    String other =
        "data: {\"choices\":[{\"delta\":{\"content\":\"B\",\"tool_calls\":[{\"index\":0,\"function\":"
            + "{\"name\":\"b\"}}]},\"finish_reason\":\"length\",\"index\":1}]}\n\n";
    server.answer(events(text("A1") + other + text("A2") + other + finish("stop") + other + END));
    ModelReply reply = stream(Requests.of("Hello"));
    assertThat(reply.text()).isEqualTo("A1A2");
    assertThat(reply.finish()).isEqualTo(Finish.COMPLETE);
    assertThat(pieces).containsExactly("A1", "A2");
  }

  @Test
  void theOlderFunctionCallIsJoined() throws Exception {
    server.answer(
        events(
            delta("\"function_call\":{\"name\":\"look\",\"arguments\":\"\"}")
                + delta("\"function_call\":{\"arguments\":\"{\\\"x\\\"\"}")
                + delta("\"function_call\":{\"arguments\":\":1}\"}")
                + finish("function_call")
                + END));
    ModelReply reply = stream(Requests.of("Hello"));
    assertThat(reply.finish()).isEqualTo(Finish.TOOL_CALLS);
    assertThat(reply.calls()).containsExactly(new ToolCall("call_0", "look", "{\"x\":1}"));
  }

  @Test
  void thePiecesAreTheTextEvenIfItIsDamaged() throws Exception {
    server.answer(
        events(text("a\\ud83d") + text("b\\ude00") + text("\\ud800") + finish("stop") + END));
    ModelReply reply = stream(Requests.of("Hello"));
    assertThat(reply.text()).isEqualTo("a\ufffdb\ufffd\ufffd");
    assertThat(String.join("", pieces)).isEqualTo(reply.text());
  }

  @Test
  void aRefusalAfterTheFirstWordsIsTheText() throws Exception {
    server.answer(events(text("Well, ") + delta("\"refusal\":\"No.\"") + finish("stop") + END));
    ModelReply reply = stream(Requests.of("Hello"));
    assertThat(reply.finish()).isEqualTo(Finish.REFUSAL);
    assertThat(reply.text()).isEqualTo("No.");
    assertThat(pieces).containsExactly("Well, ");
  }

  /** With and without the number of tokens. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}\n\n"
      })
  void anEndedAnswerNeedNotEndTheStream(String usage) throws Exception {
    String all = text("All") + finish("stop") + usage;
    server.answer(events(all + "never").stallingAfter(all.length()));
    ModelReply reply = stream(Requests.of("Hello"));
    assertThat(reply.text()).isEqualTo("All");
    assertThat(reply.finish()).isEqualTo(Finish.COMPLETE);
    assertThat(reply.outputTokens()).isEqualTo(usage.isEmpty() ? ModelReply.UNKNOWN : 2);
  }

  @Test
  void connectionsAreUsedAgain() throws Exception {
    server.answer(events(text("a") + finish("stop") + END));
    for (int i = 0; i < 3; i++) {
      stream(Requests.of("Hello"));
    }
    assertThat(server.requests().stream().map(Received::connection).distinct()).hasSize(1);
  }

  // ---------------------------------------------------------------- failures

  @Test
  void anErrorIsThatOfACall() throws Exception {
    server.answer(Answer.error(429, "requests", "rate_limit_exceeded"));
    ModelClientException failure = failure(Requests.of("Hello"));
    assertThat(failure.status()).isEqualTo(429);
    assertThat(failure).hasMessageContaining("rate_limit_exceeded");
    assertThat(failure.wireNanos()).isPositive();
    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void anErrorWithinTheStreamIsAFailure() throws Exception {
    server.answer(
        events(text("Half") + "data: {\"error\":{\"message\":\"overloaded\",\"code\":503}}\n\n"));
    ModelClientException failure = failure(Requests.of("Hello"));
    assertThat(pieces).containsExactly("Half");
    assertThat(failure.status()).isEqualTo(503);
    assertThat(failure.retryable()).isTrue();
  }

  @Test
  void anErrorIsToldEvenIfTheStreamStaysOpen() throws Exception {
    String all = text("Half") + "data: {\"error\":{\"message\":\"overloaded\",\"code\":503}}\n\n";
    server.answer(events(all + "never").stallingAfter(all.length()));
    ModelClientException failure = failure(Requests.of("Hello"));
    assertThat(failure.status()).isEqualTo(503);
    assertThat(failure.serverMessage()).isEqualTo("overloaded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "data: {\"choices\":[{\"delta\":{\"content\":\"x"})
  void aStreamThatEndsEarlyIsBroken(String rest) throws Exception {
    server.answer(events(text("Half") + rest));
    ModelClientException failure = failure(Requests.of("Hello"));
    assertThat(failure.kind()).isEqualTo(Kind.CONNECTION);
    assertThat(failure.retryable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html></html>", "data: <html>\n\n", "data: {]\n\n", "data: 7\n\n"})
  void anythingElseIsNoAnswer(String body) throws Exception {
    server.answer(events(body + END));
    ModelClientException failure = failure(Requests.of("Hello"));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID_RESPONSE);
    assertThat(failure.retryable()).isFalse();
  }

  @Test
  void sizesAreBounded() throws Exception {
    String million = text("x".repeat(1_000_000));
    server.answer(events(million.repeat(5) + finish("stop") + END));
    assertThat(failure(Requests.of("Hello"))).hasMessageContaining("sent more than 4 MiB");
    server.answer(events("data: " + "x".repeat(5_000_000)));
    assertThat(failure(Requests.of("Hello"))).hasMessageContaining("sent more than 4 MiB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"refusal\":\"%s\"",
        "\"tool_calls\":[{\"index\":0,\"function\":{\"name\":\"a\",\"arguments\":\"%s\"}}]",
        "\"function_call\":{\"name\":\"a\",\"arguments\":\"%s\"}"
      })
  void sizesOfAllTextsAreBounded(String field) throws Exception {
    String piece = delta(field.formatted("x".repeat(1_000_000)));
    server.answer(events(piece.repeat(5) + finish("stop") + END));
    assertThat(failure(Requests.of("Hello"))).hasMessageContaining("sent more than 4 MiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n", ": x\n"})
  void blanksAndCommentsAreBounded(String blank) throws Exception {
    String much = blank.repeat(5_000_000 / blank.length());
    server.answer(events(much + text("a") + finish("stop") + END));
    assertThat(failure(Requests.of("Hello"))).hasMessageContaining("sent more than 4 MiB");
  }

  // ---------------------------------------------------------------- deadlines and cancels

  @Test
  void aStalledStreamEndsAtTheDeadline() throws Exception {
    String begin = text("Half");
    server.answer(events(begin + "never").stallingAfter(begin.length()));
    ModelClientException failure = failure(Requests.of("Hello", Duration.ofMillis(400)));
    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    server.awaitCount(1).awaitAborted(PATIENCE);
    server.awaitInFlight(0);
  }

  @Test
  void silenceEndsAtTheDeadline() throws Exception {
    server.answer(Answer.chat().heldBy(new Gate()));
    assertThat(failure(Requests.of("Hello", Duration.ofMillis(400))).kind())
        .isEqualTo(Kind.TIMEOUT);
    server.awaitCount(1).awaitAborted(PATIENCE);
  }

  @Test
  void anInterruptAbortsTheStream() throws Exception {
    String begin = text("Half");
    server.answer(events(begin + "never").stallingAfter(begin.length()));
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                client().stream(Requests.of("Hello"), piece -> begun.countDown());
              } catch (Throwable e) {
                thrown.set(e);
              }
            });
    thread.start();
    begun.await();
    thread.interrupt();
    thread.join();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    awaitAborted();
  }

  @Test
  void aSinkThatWantsNoMoreAbortsTheStream() throws Exception {
    String begin = text("Half");
    server.answer(events(begin + "never").stallingAfter(begin.length()));
    DeltaSink enough =
        piece -> {
          throw new InterruptedException("enough");
        };
    assertThatThrownBy(() -> client().stream(Requests.of("Hello"), enough))
        .isInstanceOf(InterruptedException.class)
        .hasMessage("enough");
    awaitAborted();
  }

  @Test
  void aFailureOfTheSinkIsItsOwn() throws Exception {
    String begin = text("Half");
    server.answer(events(begin + "never").stallingAfter(begin.length()));
    DeltaSink broken =
        piece -> {
          throw new IllegalStateException("mine");
        };
    assertThatThrownBy(() -> client().stream(Requests.of("Hello"), broken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("mine");
    awaitAborted();
  }

  private ModelClientException failure(ModelRequest request) {
    return catchThrowableOfType(ModelClientException.class, () -> stream(request));
  }
}
