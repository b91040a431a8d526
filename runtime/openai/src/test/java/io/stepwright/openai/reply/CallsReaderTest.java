package io.stepwright.openai.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class CallsReaderTest {

  @Test
  void callsAreReadInTheirOrder() throws IOException {
    assertThat(
            calls(
                """
                [{"id":"a","type":"function","index":0,"function":{"name":"orders","arguments":"{}"}},
                {"function":{"arguments":"{\\"x\\": 1}","name":" refund ","more":[{}]},"id":"b"}]"""))
        .containsExactly(new Call("a", "orders", "{}"), new Call("b", "refund", "{\"x\": 1}"));
  }

  @Test
  void identifiersAreUnlikeEachOther() throws IOException {
    assertThat(
            calls(
                """
                [{"id":"","function":{"name":"a"}},{"id":"x","function":{"name":"b"}},
                {"id":"x","function":{"name":"c"}},{"id":7,"function":{"name":"d"}}]"""))
        .extracting(Call::id)
        .containsExactly("call_0", "x", "call_2", "call_3");
  }

  @Test
  void aGivenIdentifierIsNotGivenAgain() throws IOException {
    assertThat(
            calls(
                """
                [{"id":"call_1","function":{"name":"a"}},{"function":{"name":"b"}},
                {"id":"call_2","function":{"name":"c"}},{"id":"\\ud800","function":{"name":"d"}},
                {"id":"\\udc00","function":{"name":"e"}}]"""))
        .extracting(Call::id)
        .doesNotHaveDuplicates()
        .startsWith("call_1")
        .hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "\"no JSON\" | no JSON",
        "\"\" | ''",
        "null | {}",
        "7 | {}",
        "[1] | {}",
        "{\"a\": [1.50, {\"b\":null}, true, \"x\\n\"], \"c\":{}} | {\"a\":[1.50,{\"b\":null},true,\"x\\n\"],\"c\":{}}",
      })
  void argumentsAreAString(String sent, String read) throws IOException {
    String expected = read.equals("''") ? "" : read;
    assertThat(calls("[{\"function\":{\"name\":\"a\",\"arguments\":" + sent + "}}]"))
        .containsExactly(new Call("call_0", "a", expected));
    assertThat(message("\"function_call\":{\"name\":\"a\",\"arguments\":" + sent + "}").calls())
        .containsExactly(new Call("call_0", "a", expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{}]",
        "[7]",
        "[[]]",
        "[{\"id\":\"1\",\"function\":null}]",
        "[{\"function\":{\"name\":\" \"}}]",
        "{\"id\":1}"
      })
  void aCallWithoutANameIsNone(String sent) throws IOException {
    Message message = message("\"tool_calls\":" + sent);
    assertThat(message.calls()).isEmpty();
    assertThat(message.finish()).isEqualTo(FinishWord.CALLED_TOOL);
  }

  @Test
  void theLastFieldOfANameCounts() throws IOException {
    String call = "[{\"function\":{\"name\":\"a\"}}]";
    assertThat(message("\"tool_calls\":" + call + ",\"tool_calls\":[]").calls()).isEmpty();
    assertThat(message("\"tool_calls\":[],\"tool_calls\":" + call).calls()).hasSize(1);
    assertThat(message("\"tool_calls\":" + call + ",\"function_call\":{\"name\":\"b\"}").calls())
        .extracting(Call::name)
        .containsExactly("a");
  }

  @Test
  void numberAndSizesAreBounded() throws IOException {
    String long300 = "n".repeat(300);
    String call = "{\"function\":{\"name\":\"" + long300 + "\"}},";
    List<Call> calls = calls("[" + call.repeat(100_000) + "{}]");
    assertThat(calls).hasSize(CallsReader.MOST);
    assertThat(new HashSet<>(calls)).hasSize(CallsReader.MOST);
    assertThat(calls.get(0).name()).hasSize(256);
  }

  /** Converting the digits would take minutes. */
  @Test
  void digitsAreOnlyCopied() throws IOException {
    String number = "7".repeat(3_000_000);
    assertThat(calls("[{\"function\":{\"name\":\"a\",\"arguments\":{\"x\":" + number + "}}}]"))
        .containsExactly(new Call("call_0", "a", "{\"x\":" + number + "}"));
  }

  @Test
  void depthIsBounded() {
    String deep = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);
    assertThatThrownBy(() -> calls("[{\"function\":{\"name\":\"a\",\"arguments\":" + deep + "}}]"))
        .isInstanceOf(UnreadableBodyException.class);
  }

  private static List<Call> calls(String array) throws IOException {
    return message("\"tool_calls\":" + array).calls();
  }

  private static Message message(String fields) throws IOException {
    String body = "{\"choices\":[{\"message\":{" + fields + "}}]}";
    ChatReply reply =
        ChatReplyReader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    assertThat(reply.choice()).isNotNull();
    assertThat(reply.choice().message()).isNotNull();
    return reply.choice().message();
  }
}
