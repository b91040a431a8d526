package io.stepwright.openai.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.openai.reply.FinishWord.Meaning;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing of chat completions. */
class ChatReplyReaderTest {

  private static ChatReply read(String body) throws IOException {
    return ChatReplyReader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Message message(String body) throws IOException {
    return read(body).choice().message();
  }

  /** A parser of the whole tree gives the same result for any body. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aTreeSaysTheSame(long seed) throws Exception {
    RandomBody bodies = new RandomBody(new Random(seed));
    int whole = 0;
    for (int i = 0; i < 5_000; i++) {
      String body = bodies.text();
      Optional<String> expected = TreeReading.of(body);
      Optional<String> read;
      try {
        read = Optional.of(described(read(body)));
        whole++;
      } catch (UnreadableBodyException | EOFException e) {
        read = Optional.empty();
      }
      assertThat(read).as(body).isEqualTo(expected);
    }
    // Otherwise the generator no longer covers these cases.
    assertThat(whole).isBetween(2_500, 4_900);
  }

  private static String described(ChatReply reply) {
    Choice choice = reply.choice();
    Message message = choice == null ? null : choice.message();
    FinishWord finish = choice == null ? FinishWord.NONE : choice.finish();
    return TreeReading.describe(
        reply.id(),
        reply.model(),
        reply.inputTokens(),
        reply.outputTokens(),
        choice == null ? "no choice" : message == null ? "no message" : described(message),
        TreeReading.described(finish),
        reply.error() != null,
        choice != null && choice.error() != null);
  }

  private static String described(Message message) {
    List<String> calls =
        message.calls().stream().map(call -> call.name() + call.arguments()).toList();
    return message.content() + "/" + message.refusal() + calls;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "12, 12",
    "3000000.0, 3000000",
    "3e6, 3000000",
    "1000000000, 1000000000",
    "1000000001, -1",
    "-1, -1",
    "-3000000, -1",
    "-5, -1",
    "0.5, -1",
    "9223372036854775807, -1",
    "99999999999999999999999999, -1",
    "1e2147483648, -1",
    "1e-2147483647, -1",
    "1e999999999, -1",
    "NaN, -1",
    "'\"12\"', -1",
    "'[12]', -1",
    "null, -1",
    "true, -1",
  })
  void tokensAreBelievedWithinReason(String number, long tokens) throws Exception {
    ChatReply reply =
        read("{\"usage\":{\"prompt_tokens\":%1$s,\"completion_tokens\":%1$s}}".formatted(number));
    assertThat(reply.inputTokens()).isEqualTo(tokens);
    assertThat(reply.outputTokens()).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource({
    "stop, COMPLETE",
    "STOP, COMPLETE",
    "eos, COMPLETE",
    "eos_token, COMPLETE",
    "end_turn, COMPLETE",
    "stop_sequence, COMPLETE",
    "null, COMPLETE",
    "'', COMPLETE",
    "' ', COMPLETE",
    "length, LENGTH",
    "Length, LENGTH",
    "MAX_TOKENS, LENGTH",
    "max_tokens, LENGTH",
    "model_length, LENGTH",
    "max_output_tokens, LENGTH",
    "model_context_window_exceeded, LENGTH",
    "content_filter, CONTENT_FILTER",
    "SAFETY, CONTENT_FILTER",
    "RECITATION, CONTENT_FILTER",
    "BLOCKLIST, CONTENT_FILTER",
    "PROHIBITED_CONTENT, CONTENT_FILTER",
    "SPII, CONTENT_FILTER",
    "refusal, REFUSAL",
    "error, FAILED",
    "ABORT, FAILED",
    "aborted, FAILED",
    "cancelled, FAILED",
    "insufficient_system_resource, FAILED",
    "tool_calls, TOOLS",
    "function_call, TOOLS",
    "whatever, OTHER",
    "stopp, OTHER",
    "complete, COMPLETE",
    "completed, COMPLETE",
    "finished, COMPLETE",
    "max_new_tokens, LENGTH",
    "max_completion_tokens, LENGTH",
    "truncated, LENGTH",
    "failed, FAILED",
    "interrupted, FAILED",
    "in_progress, FAILED",
    "end, COMPLETE",
    "done, COMPLETE",
    "token_limit, LENGTH",
    "max_length, LENGTH",
    "incomplete, LENGTH",
    "time_limit, LENGTH",
    "sensitive, CONTENT_FILTER",
    "content_filtered, CONTENT_FILTER",
    "guardrail_intervened, CONTENT_FILTER",
    "IMAGE_SAFETY, CONTENT_FILTER",
    "ERROR_TOXIC, CONTENT_FILTER",
    "LANGUAGE, CONTENT_FILTER",
    "network_error, FAILED",
    "timeout, FAILED",
    "MALFORMED_FUNCTION_CALL, FAILED",
  })
  void finishWordsHaveAMeaning(String word, Meaning meaning) throws Exception {
    assertThat(
            read("{\"choices\":[{\"finish_reason\":\"" + word + "\"}]}")
                .choice()
                .finish()
                .meaning())
        .isEqualTo(meaning);
  }

  @Test
  void finishWordsOfOtherTypesAreOthers() throws Exception {
    for (String value : new String[] {"1", "true", "[]", "{\"a\":[1]}", "NaN"}) {
      assertThat(read("{\"choices\":[{\"finish_reason\":" + value + "}]}").choice().finish())
          .extracting(FinishWord::meaning)
          .isEqualTo(Meaning.OTHER);
    }
    assertThat(read("{\"choices\":[{\"finish_reason\":null}]}").choice().finish())
        .isEqualTo(FinishWord.NONE);
  }

  @Test
  void anArrayOfOneFinishWordIsThatWord() throws Exception {
    assertThat(read("{\"choices\":[{\"finish_reason\":[\"Length\"]}]}").choice().finish())
        .isEqualTo(new FinishWord(Meaning.LENGTH, "Length"));
    for (String value :
        new String[] {"[1]", "[null]", "[[\"stop\"]]", "[\"stop\",\"stop\"]", "[\" \"]"}) {
      assertThat(read("{\"choices\":[{\"finish_reason\":" + value + "}]}").choice().finish())
          .isEqualTo(new FinishWord(Meaning.OTHER, "array"));
    }
  }

  @Test
  void textPartsAreJoinedAndThoughtsLeftOut() throws Exception {
    String parts =
        """
        {"choices":[{"message":{"content":[
          {"type":"thinking","thinking":[{"type":"text","text":"secret"}],"text":"secret"},
          {"text":"Hel","type":"text"},"lo ",7,null,[{"type":"text","text":"x"}],
          {"type":"output_text","text":"World"},{"type":"image_url","image_url":{"url":"x"}}]}}]}""";
    assertThat(message(parts).content()).isEqualTo("Hello World");
    assertThat(message(parts).refusal()).isNull();
    String refused =
        "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"refusal\",\"refusal\":\"No.\"}]}}]}";
    assertThat(message(refused))
        .isEqualTo(new Message(null, "No.", List.of(), FinishWord.NONE, null));
  }

  @Test
  void whatIsSkippedMayBeAnything() throws Exception {
    String deep = "[".repeat(50_000) + "]".repeat(50_000);
    String body =
        "\ufeff{\"a\":NaN,\"b\":[-Infinity,+1,.5,1.,007],\"%1$s\":%2$s,\"c\":\"%1$s\",\"d\":1%3$s,\"e\":1e%3$s,"
                .formatted("k".repeat(200_000), deep, "1".repeat(200_000))
            + "\"choices\":[{\"logprobs\":{\"x\":[NaN]},\"message\":{\"content\":\"whole\"}}]}"
            + " \n".repeat(50_000);
    assertThat(message(body).content()).isEqualTo("whole");
  }

  @Test
  void charactersMayComeInPieces() throws Exception {
    byte[] body =
        "\ufeff{\"choices\":[{\"message\":{\"content\":\"é大😀\"}}]}"
            .getBytes(StandardCharsets.UTF_8);
    InputStream pieces =
        new FilterInputStream(new ByteArrayInputStream(body)) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, Math.min(1, length));
          }
        };
    assertThat(ChatReplyReader.read(pieces).choice().message().content()).isEqualTo("é大😀");
  }

  @Test
  void whatIsNoUtf8IsNoCompletion() {
    byte[] body =
        "{\"choices\":[{\"message\":{\"content\":\"é\"}}]}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> ChatReplyReader.read(new ByteArrayInputStream(body)))
        .isInstanceOf(UnreadableBodyException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\r\n", "\ufeff", "\ufeff \n"})
  void nothingIsBlank(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            UnreadableBodyException.class, e -> assertThat(e.isBlank()).isTrue());
  }

  @Test
  void namesAreCutWhereTheyAreRead() throws Exception {
    String name = "x".repeat(1_000_000);
    ChatReply reply =
        read(
            "{\"id\":\"%1$s\",\"model\":\"%1$s\",\"choices\":[{\"finish_reason\":\"%1$s\"}]}"
                .formatted(name));
    assertThat(reply.id()).hasSize(256);
    assertThat(reply.model()).hasSize(256);
    assertThat(reply.choice().finish().word()).hasSize(256);
  }
}
