package io.stepwright.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.call.UnusableReplyException;
import io.stepwright.wiring.ModelCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that servers leave around an answer. */
class AnswerTextTest {

  private static final ModelCall<Integer> NUMBER =
      ModelCall.json("m", "Number", "{}", json -> json.field("value").asInt());
  private static final ModelCall<String> TEXT = ModelCall.text("m");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\":3}",
        " \n{\"value\":3}\n",
        "\ufeff{\"value\":3}",
        "\ufeff \n{\"value\":3}",
        "```json\n{\"value\":3}\n```",
        "```\n{\"value\":3}\n```\n",
        "```JSON\r\n{\"value\":3}\r\n```",
        "~~~json\n{\"value\":3}\n~~~",
        "````json\n{\"value\":3}\n````",
        "```{\"value\":3}```",
        "\ufeff```json\n{\"value\":3}\n```",
        "<think>{\"value\":4}</think>{\"value\":3}",
        "<think>\nhm\n</think>\n\n{\"value\":3}",
        "hm {\"value\":4}\n</think>\n\n{\"value\":3}",
        "</think>{\"value\":3}",
        "hm</think>{\"value\":3}",
        "hm</think>{\"value\":3,\"tag\":\"</think>\"}",
        "<think>a</think>\n<think>b</think>\n```json\n{\"value\":3}\n```",
        "<think>a<think>b</think>{\"value\":4}</think>{\"value\":3}",
        "<Thinking>hm</THINKING>{\"value\":3}",
        "\n<think>hm</think>\n```json\n{\"value\":3}\n```",
        "```json\n{\"value\":3,\"tag\":\"</think>\"}\n```",
        "{\"value\":3,\"tag\":\"<think>x</think>\"}",
        "<thought>{\"value\":4}</thought>{\"value\":3}",
        "<|channel|>analysis<|message|>{\"value\":4}<|end|><|start|>assistant<|channel|>final<|message|>{\"value\":3}<|return|>",
      })
  void jsonIsFoundWhereNothingElseIs(String text) throws Exception {
    ModelAnswer<Integer> answer = ModelAnswer.of(NUMBER, text);
    assertThat(answer.value()).isEqualTo(3);
    // The remembered text needs no further cleaning.
    assertThat(ModelAnswer.of(NUMBER, answer.text()).text()).isSameAs(answer.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Here is the JSON:\n{\"value\":3}",
        "{\"value\":3}\nI hope this helps!",
        "```json\n{\"value\":3}\n``` done",
        "see ```json\n{\"value\":3}\n```",
        "```json\n{\"value\":3}",
        "``{\"value\":3}``",
        "```json\n{\"value\":3}\n```\n```json\n{\"value\":4}\n```",
        "<think>{\"value\":3}",
        "<think>hm</think>",
        "<think>a</think><think>{\"value\":3}",
        "<think>a<think>b</think>{\"value\":3}",
        "<think>hm</think>Here: {\"value\":3}",
        "```",
        "``````",
        "",
        "\ufeff",
        "</think>",
      })
  void allElseIsStrict(String text) {
    UnusableReplyException thrown =
        catchThrowableOfType(UnusableReplyException.class, () -> ModelAnswer.of(NUMBER, text));
    assertThat(thrown.repairable()).isTrue();
    assertThat(thrown.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'<think>\nsecret\n</think>\n\nHello', Hello",
    "'secret\n</think>\n\nHello', Hello",
    "'\n <think>secret</think> Hello', Hello",
    "'secret</think>\n\nHello', Hello",
    "'secret\r\n</think> \r\nHello', Hello",
    "'secret\n</THINKING>\n\nHello', Hello",
    "'<think>a</think>b</think>c', c",
    "'<think>a</think>b </think> c', 'b </think> c'",
    "'<thought>\nsecret\n</thought>\n\nHello', Hello",
    "'<thought>secret</thought>Hello', Hello",
    "'secret</think>Hello', Hello",
    "'secret. </think>hello', hello",
    "'secret</think>**Hello**', **Hello**",
    "'secret</think>42', 42",
    "'secret</think>\u4f60\u597d', \u4f60\u597d",
    "'</think>Hello', Hello",
    "'<|channel|>analysis<|message|>secret<|end|><|start|>assistant<|channel|>final<|message|>Hello',"
        + " Hello",
    "'<|channel|>analysis<|message|>secret <|end|>\n"
        + "<|start|>assistant<|channel|>final<|message|>Hello<|return|>', Hello",
    "'<|start|>assistant<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>commentary<|message|>b<|end|><|start|>assistant<|channel|>final<|message|>Hello<|end|>\n"
        + "', Hello",
    "'<|channel|>final <|constrain|>json<|message|>Hello', Hello",
    "'<|channel|>final<|message|><think>a</think>Hello', Hello",
    "'<think>a</think>b\n</think>\nc', c",
    "'<think>a</think><think>b</think>Hello', Hello",
    "'<think>a</think>\n\n<thinking>b</thinking>\n\nHello', Hello",
    "'<think>a<think>b</think>SECRET</think>Hello', Hello",
    "'<think>a<THINK>b</think>SECRET</Think>Hello', Hello",
    "'<think>a <thinking> b</think>Hello', Hello",
    "<THINKING>a</thinking>Hello, Hello",
    "Hello, Hello",
    "' Hello\n', ' Hello\n'",
    "'```\nHello\n```', '```\nHello\n```'",
    // The text is about the tags themselves.
    "'Write <think> and </think> around it.', 'Write <think> and </think> around it.'",
    "'Use </think> as the closing tag.', 'Use </think> as the closing tag.'",
    "'</think> closes them.', '</think> closes them.'",
    "'It is closed by </think>', 'It is closed by </think>'",
    "'It is closed by </think>\n', 'It is closed by </think>\n'",
    "'Begin with <think>', 'Begin with <think>'",
    "'Write `</think>`, then go on.', 'Write `</think>`, then go on.'",
    "'Write **</think>** there.', 'Write **</think>** there.'",
    "'Close </think>, then go on.', 'Close </think>, then go on.'",
    "'The </think>-tag', 'The </think>-tag'",
    "'A <thought> is one.', 'A <thought> is one.'",
    "'It writes <|channel|>final<|message|>x', 'It writes <|channel|>final<|message|>x'",
    "'<|channel|> is a token', '<|channel|> is a token'",
    "'Hello<|end|>', 'Hello<|end|>'",
    "'', ''",
    "' ', ' '",
  })
  void aTextLosesTheThoughtsBeforeIt(String text, String value) throws Exception {
    ModelAnswer<String> answer = ModelAnswer.of(TEXT, text);
    assertThat(answer.value()).isEqualTo(value);
    assertThat(answer.text()).isEqualTo(value);
    // The remembered text is read as it is.
    assertThat(ModelAnswer.of(TEXT, answer.text()).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<think>only thoughts",
        "<think>a</think>",
        "<think>a</think>\n \n",
        "\ufeff <THINKING>a</THINKING>",
        "<think>a</think><think>b",
        "<think>a<think>b</think>c",
        "<think>a</thinking>b",
        "<think>",
        "<thought>a</thought>",
        "<thought>a",
        "<|channel|>analysis<|message|>secret",
        "<|channel|>analysis<|message|>secret<|end|>",
        "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>",
        "<|channel|>final<|message|> <|return|>",
        "secret\n</think>",
        "secret\n</think>\n",
        "</think>",
      })
  void thoughtsAloneAreNoAnswer(String text) {
    UnusableReplyException thrown =
        catchThrowableOfType(UnusableReplyException.class, () -> ModelAnswer.of(TEXT, text));
    assertThat(thrown).hasMessage("The answer contains only thoughts.");
    assertThat(thrown.repairable()).isTrue();
    assertThat(thrown.text()).isEqualTo(text);
  }

  @Test
  @Timeout(120)
  void manyThoughtsTakeLittleTime() {
    for (String text :
        new String[] {
          "<think>".repeat(300_000),
          "<think>".repeat(200_000) + "</think>".repeat(200_000),
          "</think>".repeat(300_000),
          "<think></think>".repeat(200_000),
          "</think>\n".repeat(300_000),
          "<".repeat(2_000_000),
          "<|channel|>a".repeat(150_000),
          "<|channel|>a<|message|>".repeat(80_000),
          "<|channel|>" + "a".repeat(2_000_000),
          "<|channel|>final<|message|>" + "<|end|> ".repeat(200_000),
          "<|channel|>final<|message|>a<|end|>" + " ".repeat(1_000_000) + "a",
        }) {
      catchThrowable(() -> ModelAnswer.of(TEXT, text));
      catchThrowable(() -> ModelAnswer.of(NUMBER, text));
    }
  }
}
