package io.stepwright.openai.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.spi.MediaContent;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelClientException.Kind;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelReply.Finish;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.Part;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.ToolSpec;
import io.stepwright.spi.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of the chat completions API, over any transport. */
@Timeout(120)
public abstract class ClientContract {

  private static final String KEY = "sk-contract-4711";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ModelServer server = server();
  private @Nullable ModelClient client;

  /** Starts a server that the clients of this test can reach. */
  protected abstract ModelServer server();

  /** Makes a client of a server. */
  protected abstract ModelClient client(ModelServer server, String apiKey);

  /**
   * Tells whether a cancelled request is aborted on the wire at once. If not, it ends at its
   * deadline, but its caller does not wait for that.
   */
  protected boolean abortsAtOnce() {
    return true;
  }

  @BeforeEach
  void connect() {
    client = client(server, KEY);
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

  // ---------------------------------------------------------------- requests

  @Test
  void aRequestIsSentAsItIs() throws Exception {
    ModelRequest request =
        Requests.of(
            "tiny",
            List.of(
                new Turn.Instructions("Be brief."),
                new Turn.User("Grüße 😀\n\"x\""),
                new Turn.Model("Yes?"),
                new Turn.User("Look")),
            List.of(new ToolSpec("look", "Looks.", "{\"type\":\"object\"}")),
            new ModelRequest.Schema("s", "{\"zebra\":1, \"apple\":2}"),
            new ModelRequest.Options(0.25, 40, Requests.LONG, "key", ToolChoice.REQUIRED, null));
    client().call(request);
    Received received = server.requests().get(0);
    assertThat(received.path()).isEqualTo("/v1/chat/completions");
    assertThat(received.header("authorization")).isEqualTo("Bearer " + KEY);
    assertThat(received.header("idempotency-key")).isEqualTo("key");
    assertThat(received.header("content-type")).startsWith("application/json");
    assertThat(received.header("content-length"))
        .isEqualTo(String.valueOf(received.body().getBytes("UTF-8").length));
    assertThat(received.body())
        .isEqualTo(
            """
            {"model":"tiny","messages":[{"role":"system","content":"Be brief."},\
            {"role":"user","content":"Grüße 😀\\n\\"x\\""},{"role":"assistant","content":"Yes?"},\
            {"role":"user","content":"Look"}],"tools":[{"type":"function","function":{"name":"look",\
            "description":"Looks.","parameters":{"type":"object"},"strict":true}}],\
            "tool_choice":"required","response_format":{"type":"json_schema","json_schema":{"name":"s",\
            "strict":true,"schema":{"zebra":1, "apple":2}}},"temperature":0.25,"max_tokens":40}""");
  }

  @Test
  void mediaArriveByteForByte() throws Exception {
    byte[] picture = bytes(700_001);
    byte[] document = bytes(1_300_002);
    client()
        .call(
            Requests.of(
                List.of(
                    new Turn.User(
                        List.of(
                            new Part.Text("Compare "),
                            new Part.Image(new MediaContent("image/png", picture, null)),
                            new Part.Pdf(
                                new MediaContent("application/pdf", document, "a.pdf")))))));
    var content = server.requests().get(0).json().path("messages").path(0).path("content");
    assertThat(content.path(0).path("text").asText()).isEqualTo("Compare ");
    assertThat(data(content.path(1).path("image_url").path("url").asText(), "image/png"))
        .isEqualTo(picture);
    assertThat(data(content.path(2).path("file").path("file_data").asText(), "application/pdf"))
        .isEqualTo(document);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] data(String url, String type) {
    String start = "data:" + type + ";base64,";
    assertThat(url).startsWith(start);
    return Base64.getDecoder().decode(url.substring(start.length()));
  }

  // ---------------------------------------------------------------- replies

  @Test
  void textModelUsageAndLimitsAreTheServers() throws Exception {
    server.answer(
        Answer.chat(request -> Completion.of(request).text("Grüße 😀").usage(1234, 56))
            .header("x-ratelimit-remaining-requests", "7")
            .header("x-ratelimit-reset-requests", "2s"));
    ModelReply reply = client().call(Requests.of("Hello"));
    assertThat(reply.text()).isEqualTo("Grüße 😀");
    assertThat(reply.model()).isEqualTo("tiny");
    assertThat(reply.finish()).isEqualTo(Finish.COMPLETE);
    assertThat(reply.inputTokens()).isEqualTo(1234);
    assertThat(reply.outputTokens()).isEqualTo(56);
    assertThat(reply.id()).isEqualTo("chatcmpl-test");
    assertThat(reply.rateLimit()).isNotNull();
    assertThat(reply.rateLimit().remaining()).isEqualTo(7);
    assertThat(reply.wireNanos()).isBetween(1L, PATIENCE.toNanos());
  }

  @ParameterizedTest
  @CsvSource({
    "stop, COMPLETE",
    "length, LENGTH",
    "MAX_TOKENS, LENGTH",
    "content_filter, CONTENT_FILTER",
    "refusal, REFUSAL",
    "strange, OTHER"
  })
  void finishWordsAreUnderstood(String word, Finish finish) throws Exception {
    server.answer(Answer.chat(request -> Completion.of(request).text("Half").finish(word)));
    ModelReply reply = client().call(Requests.of("Hello"));
    assertThat(reply.finish()).isEqualTo(finish);
    assertThat(reply.text()).isEqualTo("Half");
    assertThat(reply.finishReason()).isEqualTo(finish == Finish.OTHER ? "strange" : null);
  }

  @Test
  void callsOfToolsAreRead() throws Exception {
    server.answer(
        Answer.raw(
            200,
            """
            {"choices":[{"finish_reason":"tool_calls","message":{"content":null,"tool_calls":[\
            {"id":"1","type":"function","function":{"name":"look","arguments":"{\\"x\\":1}"}},\
            {"id":"2","type":"function","function":{"name":"see","arguments":{"y":2}}}]}}]}"""));
    ModelReply reply = client().call(Requests.of("Hello"));
    assertThat(reply.finish()).isEqualTo(Finish.TOOL_CALLS);
    assertThat(reply.calls())
        .containsExactly(
            new ToolCall("1", "look", "{\"x\":1}"), new ToolCall("2", "see", "{\"y\":2}"));
  }

  // ---------------------------------------------------------------- failures

  /** The runtime owns retries, so each failure is one request. */
  @ParameterizedTest
  @CsvSource({
    "400, false",
    "401, false",
    "404, false",
    "408, true",
    "409, true",
    "429, true",
    "500, true",
    "503, true"
  })
  void errorsAreNeitherRetriedNorQuoted(int status, boolean retryable) throws Exception {
    server.answer(
        Answer.raw(
                status,
                """
                {"error":{"message":"The key %s is odd.","type":"server_error","code":"overloaded"}}"""
                    .replace("%s", KEY))
            .header("retry-after", "3"));
    ModelClientException failure = failure(Requests.of("secret prompt"));
    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.kind()).isEqualTo(Kind.STATUS);
    assertThat(failure.retryable()).isEqualTo(retryable);
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    assertThat(failure.serverMessage()).isEqualTo("The key *** is odd.");
    assertThat(failure).hasMessageContaining(status + ", overloaded");
    assertThat(failure).hasMessageNotContainingAny(KEY, "secret prompt", "odd");
    assertThat(failure.wireNanos()).isPositive();
    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void aLongErrorIsCut() throws Exception {
    server.answer(
        Answer.raw(
            400, "{\"error\":{\"code\":\"overloaded\",\"junk\":\"" + "x".repeat(10_000_000)));
    assertThat(failure(Requests.of("Hello"))).hasMessageContaining("400, overloaded");
  }

  @Test
  void anAnswerThatIsTooLargeFails() throws Exception {
    server.answer(Answer.raw(200, "x".repeat(4 * 1024 * 1024 + 1)));
    ModelClientException failure = failure(Requests.of("Hello"));
    assertThat(failure).hasMessageContaining("sent more than 4 MiB");
    assertThat(failure.retryable()).isFalse();
    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void aBrokenConnectionMayBeTriedAgain() throws Exception {
    client().call(Requests.of("warm up"));
    server.answer(request -> Answer.chat().dropped());
    ModelClientException failure = failure(Requests.of("Hello"));
    assertThat(failure.kind()).isEqualTo(Kind.CONNECTION);
    assertThat(failure.retryable()).isTrue();
    assertThat(failure.status()).isEqualTo(ModelClientException.NO_STATUS);
  }

  @Test
  void aServerThatIsGoneCannotBeReached() throws Exception {
    server.close();
    ModelClientException failure = failure(Requests.of("Hello"));
    assertThat(failure.kind()).isEqualTo(Kind.CONNECTION);
    assertThat(failure).hasMessageContaining("cannot be reached");
  }

  // ---------------------------------------------------------------- deadlines

  @Test
  void silenceEndsAtTheDeadline() throws Exception {
    timesOut(Answer.chat().heldBy(new Gate()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20})
  void aStalledBodyEndsAtTheDeadline(int characters) throws Exception {
    timesOut(Answer.chat().stallingAfter(characters));
  }

  @Test
  void aBodyInDropsEndsAtTheDeadline() throws Exception {
    timesOut(Answer.text("x".repeat(10_000)).slowly(1, Duration.ofMillis(20)));
  }

  @Test
  void noTimeIsNoRequest() {
    assertThat(failure(Requests.of("Hello", Duration.ZERO)).kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(server.count()).isZero();
  }

  private void timesOut(Answer answer) throws Exception {
    client().call(Requests.of("warm up"));
    server.answer(answer);
    ModelClientException failure = failure(Requests.of("Hello", Duration.ofMillis(400)));
    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(failure).hasMessageContaining("did not answer within 400 ms");
    assertThat(failure.retryable()).isTrue();
    assertThat(failure.wireNanos()).isPositive();
    server.awaitCount(2).awaitAborted(PATIENCE);
    server.awaitInFlight(0);
    assertThat(server.count()).isEqualTo(2);
    server.answer(Answer.text("again"));
    assertThat(client().call(Requests.of("Hello")).text()).isEqualTo("again");
  }

  // ---------------------------------------------------------------- cancels

  @Test
  void anInterruptBeforeTheCallSendsNothing() {
    Thread.currentThread().interrupt();
    Throwable thrown = null;
    try {
      client().call(Requests.of("never"));
    } catch (InterruptedException | ModelClientException e) {
      thrown = e;
    }
    assertThat(thrown).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(server.count()).isZero();
  }

  @Test
  void anInterruptAbortsOneRequestBeforeItsHeaders() throws Exception {
    interruptOneOfMany(Answer.chat().heldBy(new Gate()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20})
  void anInterruptAbortsOneRequestInItsBody(int characters) throws Exception {
    interruptOneOfMany(Answer.chat().stallingAfter(characters));
  }

  /** Interrupts one of eight calls under way; the others must succeed. */
  private void interruptOneOfMany(Answer ofVictim) throws Exception {
    client().call(Requests.of("warm up"));
    Gate gate = new Gate();
    Function<Received, Answer> script =
        request -> request.prompt().equals("victim") ? ofVictim : Answer.text("fine").heldBy(gate);
    server.answer(script);
    Asked victim = Asked.ask(client(), Requests.of("victim"));
    Received request = server.awaitCount(2);
    List<Asked> others = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      others.add(Asked.ask(client(), Requests.of("other")));
    }
    server.awaitInFlight(8);

    victim.interrupt();
    assertThat(victim.failure()).isInstanceOf(InterruptedException.class);
    if (abortsAtOnce()) {
      request.awaitAborted(PATIENCE);
      server.awaitInFlight(7);
    }
    assertThat(others).noneMatch(Asked::ended);
    gate.open();
    for (Asked other : others) {
      assertThat(other.reply().text()).isEqualTo("fine");
    }
    assertThat(server.count()).isEqualTo(9);
  }

  private ModelClientException failure(ModelRequest request) {
    return catchThrowableOfType(ModelClientException.class, () -> client().call(request));
  }
}
