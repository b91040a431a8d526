package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelReply.Finish;
import io.stepwright.spi.ToolCall;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Interpretation of answers. */
class ReplyTest {

  private static ModelServer server;
  private static OpenAiModelClient client;

  @BeforeAll
  static void start() {
    server = ModelServer.http();
    client = Calls.client(server);
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @Test
  void textModelAndUsageAreTheServers() throws Exception {
    server.answer(
        Answer.chat(request -> Completion.of(request).text("Grüße 😀\n\"x\"").usage(1234, 56)));
    ModelReply reply = client.call(Calls.request("Hello"));
    assertThat(reply.onWire(ModelReply.UNKNOWN))
        .isEqualTo(
            new ModelReply("Grüße 😀\n\"x\"", "tiny", Finish.COMPLETE, 1234, 56)
                .named("chatcmpl-test"));
  }

  /** Some servers send the fields of an error with every answer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":0,\"message\":\"\"}",
        "{\"code\":0,\"message\":\"success\",\"request_id\":\"a\"}",
        "{\"code\":\"200\",\"message\":null}",
        "{\"type\":\"none\"}",
        "{\"status\":\"OK\",\"details\":[]}",
        "{\"message\":{}}",
        "{\"code\":false}",
        "\"\"",
        "\"none\"",
        "200",
        "[{\"code\":0}]",
      })
  void anErrorThatSaysThatAllIsWellIsNone(String error) throws Exception {
    server.answer(Answer.raw(200, body(error)));
    assertThat(client.call(Calls.request("Hello")).text()).isEqualTo("Hi.");
  }

  /** An incomplete answer is an error. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":0,\"message\":\"overloaded\"}",
        "{\"code\":429}",
        "{\"code\":-1}",
        "{\"message\":\"bad\",\"detail\":\"\"}",
        "{\"oops\":true}",
        "{\"details\":[{\"msg\":\"cut\"}]}",
        "true",
      })
  void anErrorThatSaysSomethingIsOneWhateverStandsBesideIt(String error) {
    server.answer(Answer.raw(200, body(error)));
    assertThatThrownBy(() -> client.call(Calls.request("Hello")))
        .isInstanceOf(ModelClientException.class);
  }

  private static String body(String error) {
    return "{\"choices\":[{\"message\":{\"content\":\"Hi.\"},\"finish_reason\":\"stop\"}],\"error\":"
        + error
        + "}";
  }

  static Stream<Arguments> finishes() {
    return Stream.of(
        arguments(edit(c -> c.text("a").finish("stop")), "a", Finish.COMPLETE),
        arguments(edit(c -> c.text("").finish("stop")), "", Finish.COMPLETE),
        arguments(edit(c -> c.text("a").finish("eos")), "a", Finish.COMPLETE),
        arguments(edit(c -> c.text("a").finish(null)), "a", Finish.COMPLETE),
        arguments(edit(c -> c.text("a b").finish("length")), "a b", Finish.LENGTH),
        arguments(edit(c -> c.text(null).finish("length")), "", Finish.LENGTH),
        arguments(edit(c -> c.text(null).finish("content_filter")), "", Finish.CONTENT_FILTER),
        arguments(edit(c -> c.refusal("I will not.")), "I will not.", Finish.REFUSAL));
  }

  private static UnaryOperator<Completion> edit(UnaryOperator<Completion> edit) {
    return edit;
  }

  @ParameterizedTest
  @MethodSource("finishes")
  void finishIsMapped(UnaryOperator<Completion> edit, String text, Finish finish) throws Exception {
    server.answer(Answer.chat(request -> edit.apply(Completion.of(request))));
    ModelReply reply = client.call(Calls.request("Hello"));
    assertThat(reply.text()).isEqualTo(text);
    assertThat(reply.finish()).isEqualTo(finish);
  }

  /** The finish reason also applies without a message. */
  @ParameterizedTest
  @CsvSource({
    "length, LENGTH",
    "MAX_TOKENS, LENGTH",
    "SAFETY, CONTENT_FILTER",
    "refusal, REFUSAL",
  })
  void aWordAloneIsEnough(String word, Finish finish) throws Exception {
    for (String message : List.of("", "\"message\":null,", "\"message\":{\"content\":null},")) {
      server.answer(
          Answer.raw(200, "{\"choices\":[{" + message + "\"finish_reason\":\"" + word + "\"}]}"));
      ModelReply reply = client.call(Calls.request("Hello"));
      assertThat(reply.finish()).isEqualTo(finish);
      assertThat(reply.text()).isEmpty();
    }
  }

  /** An incomplete answer is never taken for a complete one, for any finish reason. */
  @Test
  void anyOtherWordIsToldAsItIs() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      String word = "x" + Long.toString(random.nextLong() >>> 1, 36);
      String cased = random.nextBoolean() ? word.toUpperCase(Locale.ROOT) : word;
      server.answer(Answer.chat(r -> Completion.of(r).text("Half an ans").finish(cased)));
      ModelReply reply = client.call(Calls.request("Hello"));
      assertThat(reply.finish()).isEqualTo(Finish.OTHER);
      assertThat(reply.finishReason()).isEqualTo(cased);
      assertThat(reply.text()).isEqualTo("Half an ans");
    }
  }

  /** Fields of choice, message and body, with their combined meaning. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        // Complete: a reason that says so, or no sign of anything else.
        "- | - | - | COMPLETE",
        "\"finish_reason\":null | \"tool_calls\":[],\"function_call\":{\"name\":\"\"} | \"errors\":[] | COMPLETE",
        "\"finish_reason\":\"stop\",\"stop_reason\":\"###\" | - | - | COMPLETE",
        "\"finish_reason\":\"stop\",\"stop_reason\":2 | \"tool_calls\":null | - | COMPLETE",
        "\"stop_reason\":2 | - | \"status\":\"success\" | COMPLETE",
        "\"finish_reason\":\"null\" | - | \"status\":\"completed\",\"incomplete_details\":null | COMPLETE",
        "\"finish_reason\":\"stop\",\"native_finish_reason\":\"STOP\" | \"status\":\"completed\" | - | COMPLETE",
        "\"finish_details\":{\"type\":\"stop\",\"stop_tokens\":[1]} | - | - | COMPLETE",
        // Cut, whichever field says so.
        "\"stop_reason\":\"length\" | - | - | LENGTH",
        "\"finish_reason\":null,\"stop_reason\":\"max_tokens\" | - | - | LENGTH",
        "\"finish_reason\":\"null\",\"stop_reason\":\"max_tokens\" | - | - | LENGTH",
        "\"finish_details\":{\"type\":\"max_tokens\"} | - | - | LENGTH",
        "\"finish_reason\":\"stop\",\"native_finish_reason\":\"MAX_TOKENS\" | - | - | LENGTH",
        "\"finish_reason\":\"what\",\"native_finish_reason\":\"MAX_TOKENS\" | - | - | LENGTH",
        "\"finishReason\":\"MAX_TOKENS\" | - | - | LENGTH",
        "- | \"stop_reason\":\"max_tokens\" | - | LENGTH",
        "- | \"status\":\"incomplete\" | - | LENGTH",
        "- | - | \"stop_reason\":\"max_tokens\" | LENGTH",
        "- | - | \"status\":\"incomplete\" | LENGTH",
        "- | - | \"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\"max_output_tokens\"} | LENGTH",
        "\"finish_reason\":\"stop\" | - | \"incomplete_details\":{\"reason\":\"max_output_tokens\"} | LENGTH",
        "\"finish_reason\":\"length\" | \"tool_calls\":[{}] | - | LENGTH",
        "- | - | \"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\"content_filter\"} | CONTENT_FILTER",
        "\"finish_reason\":\"stop\",\"native_finish_reason\":\"SAFETY\" | - | - | CONTENT_FILTER",
        "\"stop_reason\":\"refusal\" | - | - | REFUSAL",
        // Unknown.
        "\"stop_reason\":\"whatever\" | - | - | OTHER",
        "- | - | \"incomplete_details\":{\"reason\":\"whatever\"} | OTHER",
      })
  void whatStandsBesideTheFinishWordCounts(
      String choice, String message, String body, Finish finish) throws Exception {
    server.answer(Answer.raw(200, signed(choice, message, body)));
    ModelReply reply = client.call(Calls.request("Hello"));
    assertThat(reply.finish()).isEqualTo(finish);
    assertThat(reply.text()).isEqualTo("Hi.");
    assertThat(reply.finishReason()).isEqualTo(finish == Finish.OTHER ? "whatever" : null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "- | \"error\":{\"code\":500} | -",
        "\"finish_reason\":\"stop\" | \"errors\":[\"cut\"] | -",
        "\"finish_reason\":\"stop\",\"errors\":[{\"message\":\"cut\"}] | - | -",
        "\"finish_reason\":\"stop\" | - | \"errors\":[{\"message\":\"stream interrupted\"}]",
        "\"finish_reason\":\"stop\" | - | \"status\":\"failed\",\"message\":\"cut\"",
        "\"finish_reason\":\"stop\",\"native_finish_reason\":\"error\" | - | -",
        "\"finish_details\":{\"type\":\"interrupted\"} | - | -",
      })
  void anErrorIsOneWhereverItStands(String choice, String message, String body) {
    server.answer(Answer.raw(200, signed(choice, message, body)));
    ModelClientException failure = Calls.failure(client, Calls.request("Hello"));
    assertThat(failure.retryable()).isTrue();
    assertThat(failure.status()).isIn(200, 500);
  }

  private static String signed(String choice, String message, String body) {
    return "{\"choices\":[{\"message\":{\"content\":\"Hi.\"%s}%s}]%s}"
        .formatted(more(message), more(choice), more(body));
  }

  private static String more(String fields) {
    return fields == null ? "" : "," + fields;
  }

  /** The text in the unknown part would be missing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"markdown\",\"text\":\"not \"} | OTHER",
        "{\"type\":\"markdown\",\"content\":\"not \"} | OTHER",
        "{\"type\":\"text\",\"text\":{\"value\":\"not \"}} | OTHER",
        "{\"value\":\"not \"} | OTHER",
        "[{\"type\":\"text\",\"text\":\"not \"}] | OTHER",
        "{\"type\":\"thinking\",\"text\":\"hm\"} | COMPLETE",
        "{\"type\":\"reasoning\",\"content\":[{\"text\":\"hm\"}]} | COMPLETE",
        "{\"type\":\"image_url\",\"image_url\":{\"url\":\"x\"}} | COMPLETE",
        "{\"type\":\"reference\",\"reference_ids\":[1]} | COMPLETE",
        "{\"type\":\"markdown\",\"text\":\" \"} | COMPLETE",
        "{\"type\":\"text\"} | COMPLETE",
      })
  void aTextThatIsNotReadIsTold(String part, Finish finish) throws Exception {
    for (String word : List.of("", ",\"finish_reason\":\"stop\"")) {
      server.answer(
          Answer.raw(
              200,
              "{\"choices\":[{\"message\":{\"content\":[\"It is \",%s,\"safe.\"]}%s}]}"
                  .formatted(part, word)));
      ModelReply reply = client.call(Calls.request("Hello"));
      assertThat(reply.text()).isEqualTo("It is safe.");
      assertThat(reply.finish()).isEqualTo(finish);
      assertThat(reply.finishReason())
          .isEqualTo(finish == Finish.OTHER ? "unknown content part" : null);
    }
  }

  @Test
  void whatServersLeaveOutIsNotMissed() throws Exception {
    server.answer(Answer.raw(200, "{\"choices\":[{\"message\":{\"content\":\"just this\"}}]}"));
    assertThat(client.call(Calls.request("Hello")).onWire(ModelReply.UNKNOWN))
        .isEqualTo(
            new ModelReply(
                "just this", "tiny", Finish.COMPLETE, ModelReply.UNKNOWN, ModelReply.UNKNOWN));
  }

  @Test
  void callsOfToolsAreNoFailure() throws Exception {
    server.answer(
        Answer.raw(
            200,
            """
            {"choices":[{"finish_reason":"stop","message":{"content":"Let me look","tool_calls":[\
            {"id":"1","function":{"name":"look","arguments":"{}"}}]}}]}"""));
    ModelReply reply = client.call(Calls.request("Hello"));
    assertThat(reply.finish()).isEqualTo(Finish.TOOL_CALLS);
    assertThat(reply.text()).isEqualTo("Let me look");
    assertThat(reply.calls()).containsExactly(new ToolCall("1", "look", "{}"));
  }

  /** An incomplete answer may lack calls, or hold half of one. */
  @ParameterizedTest
  @CsvSource({"length, LENGTH", "content_filter, CONTENT_FILTER"})
  void callsOfACutAnswerAreNotMade(String word, Finish finish) throws Exception {
    server.answer(
        Answer.raw(
            200,
            """
            {"choices":[{"finish_reason":"WORD","message":{"content":null,"tool_calls":[\
            {"id":"1","function":{"name":"look","arguments":"{\\"a"}}]}}]}"""
                .replace("WORD", word)));
    ModelReply reply = client.call(Calls.request("Hello"));
    assertThat(reply.finish()).isEqualTo(finish);
    assertThat(reply.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{\"choices\":[]}",
        "{\"choices\":null}",
        "{\"choices\":\"none\"}",
        "{\"choices\":[{}]}",
        "{\"choices\":[{\"message\":{\"content\":null}}]}",
        "{\"choices\":[{\"message\":{\"content\":[1]}}]}",
        "{\"choices\":[{\"finish_reason\":\"tool_calls\",\"message\":{\"content\":\"x\"}}]}",
        "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"Let me look\",\"tool_calls\":[{\"id\":\"1\"}]}}]}",
        "{\"choices\":[{\"message\":{\"content\":[\"Let me look\",{\"type\":\"tool_use\",\"name\":\"look\"}]}}]}",
        "{\"choices\":[{\"finish_reason\":\"stop\",\"native_finish_reason\":\"tool_use\",\"message\":{\"content\":\"x\"}}]}",
      })
  void anAnswerWithoutAMessageFails(String body) {
    server.answer(Answer.raw(200, body));
    ModelClientException failure = Calls.failure(client, Calls.request("Hello"));
    assertThat(failure).hasMessageContaining("answered without a message");
    assertThat(failure.retryable()).isFalse();
    assertThat(failure.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "{\"choices\":[}",
        "{\"choices\":[]} {}",
        "{}x",
        "null 1",
        "[]",
        "[",
        "7",
        "\"text\"",
        "Bad Gateway",
        "Bad"
      })
  void anAnswerThatIsNoCompletionFails(String body) {
    server.answer(Answer.raw(200, body));
    ModelClientException failure = Calls.failure(client, Calls.request("Hello"));
    assertThat(failure).hasMessageContaining("is the base URL of an OpenAI-compatible server");
    assertThat(failure.retryable()).isFalse();
    assertThat(failure.status()).isEqualTo(200);
  }

  /** Breaks off answers at any position. */
  @Test
  void anAnswerThatBreaksOffIsAConnectionThatBreaks() throws Exception {
    byte[] whole =
        "{\"id\":null,\"n\":[true,-1.5],\"choices\":[{\"message\":{\"content\":\"ü\\n\"}}]}"
            .getBytes(StandardCharsets.UTF_8);
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      try (RawServer raw = RawServer.of("200 OK", cut);
          OpenAiModelClient other = Calls.client(raw.url("/v1"))) {
        ModelClientException failure = Calls.failure(other, Calls.request("Hello"));
        assertThat(failure).as("%d bytes", length).hasMessageContaining("broke the connection");
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.kind()).isEqualTo(ModelClientException.Kind.CONNECTION);
      }
    }
  }

  @Test
  void anEndlessBodyIsGivenUp() throws Exception {
    server.answer(Answer.raw(200, "x".repeat(WireResponse.LARGEST_BODY + 1)));
    ModelClientException failure = Calls.failure(client, Calls.request("Hello"));
    assertThat(failure).hasMessageContaining("more than 4 MiB");
    assertThat(failure.retryable()).isFalse();

    String large = "x".repeat(WireResponse.LARGEST_BODY - 10_000);
    server.answer(Answer.text(large));
    assertThat(client.call(Calls.request("Hello")).text()).isEqualTo(large);
  }
}
