package io.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.call.UnusableReplyException;
import io.stepwright.wiring.ModelCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers leave around an answer. */
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
        "\n<think>hm</think>\n```json\n{\"value\":3}\n```",
        "```json\n{\"value\":3,\"tag\":\"</think>\"}\n```",
        "{\"value\":3,\"tag\":\"<think>x</think>\"}",
      })
  void jsonIsFoundWhereNothingElseIs(String text) throws Exception {
    ModelAnswer<Integer> answer = ModelAnswer.of(NUMBER, text);
    assertThat(answer.value()).isEqualTo(3);
    // What is remembered is read without a detour.
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
    "'<think>a</think>b</think>c', b</think>c",
    "'</think>Hello', Hello",
    "'<think>all</think>', ''",
    "Hello, Hello",
    "' Hello\n', ' Hello\n'",
    "'```\nHello\n```', '```\nHello\n```'",
    "'<think>not closed', '<think>not closed'",
    // A text about the tags.
    "'Write <think> and </think> around it.', 'Write <think> and </think> around it.'",
  })
  void aTextLosesTheThoughtsBeforeIt(String text, String value) throws Exception {
    ModelAnswer<String> answer = ModelAnswer.of(TEXT, text);
    assertThat(answer.value()).isEqualTo(value);
    assertThat(answer.text()).isEqualTo(value);
  }
}
