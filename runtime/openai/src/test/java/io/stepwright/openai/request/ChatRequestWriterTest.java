package io.stepwright.openai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stepwright.spi.MediaContent;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.Part;
import io.stepwright.spi.StepId;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.ToolSpec;
import io.stepwright.spi.Turn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChatRequestWriterTest {

  private static final MediaContent PICTURE =
      new MediaContent("image/png", new byte[] {1, 2, 3, 4}, "cat.png");
  private static final Part.Text TEXT = new Part.Text("text");

  @Test
  void partsStandInTheirOrder() throws IOException {
    MediaContent pdf = new MediaContent("application/pdf", new byte[] {5}, "a \"b\".pdf");
    MediaContent unnamed = new MediaContent("application/pdf", new byte[] {5}, null);
    assertThat(
            messages(
                new Turn.User(
                    List.of(
                        new Part.Text("See "),
                        new Part.Text("this:"),
                        new Part.Image(PICTURE),
                        new Part.Text(""),
                        new Part.Pdf(pdf),
                        new Part.Pdf(unnamed),
                        new Part.Text("And?")))))
        .isEqualTo(
            json(
                """
                [{"role":"user","content":[{"type":"text","text":"See this:"},\
                {"type":"image_url","image_url":{"url":"data:image/png;base64,AQIDBA=="}},\
                {"type":"file","file":{"filename":"a \\"b\\".pdf",\
                "file_data":"data:application/pdf;base64,BQ=="}},\
                {"type":"file","file":{"filename":"document.pdf",\
                "file_data":"data:application/pdf;base64,BQ=="}},\
                {"type":"text","text":"And?"}]}]"""));
  }

  @ParameterizedTest
  @CsvSource({
    "audio/wav, wav",
    "audio/X-WAV, wav",
    "audio/mpeg, mp3",
    "audio/mp3, mp3",
    "audio/flac, flac"
  })
  void recordingsNameTheirFormat(String type, String format) throws IOException {
    MediaContent audio = new MediaContent(type, new byte[] {1, 2, 3}, null);
    assertThat(messages(new Turn.User(List.of(new Part.Audio(audio)))))
        .isEqualTo(
            json(
                """
                [{"role":"user","content":[{"type":"input_audio",\
                "input_audio":{"data":"AQID","format":"%s"}}]}]"""
                    .replace("%s", format)));
  }

  @Test
  void textsOfOneMessageAreOneString() throws IOException {
    assertThat(messages(new Turn.User(List.of(TEXT, new Part.Text(" and text")))))
        .isEqualTo(json("[{\"role\":\"user\",\"content\":\"text and text\"}]"));
  }

  @Test
  void messagesWithoutAnAnswerBetweenThemAreOne() throws IOException {
    assertThat(
            messages(
                new Turn.Instructions("Be brief."),
                new Turn.User("First"),
                new Turn.Model(" "),
                new Turn.User("Second")))
        .isEqualTo(
            json(
                """
                [{"role":"system","content":"Be brief."},\
                {"role":"user","content":"First\\n\\nSecond"}]"""));
    assertThat(
            messages(
                    new Turn.User(List.of(TEXT, new Part.Image(PICTURE))),
                    new Turn.Model(""),
                    new Turn.User("Again"))
                .path(0)
                .path("content")
                .path(2)
                .path("text")
                .asText())
        .isEqualTo("\n\nAgain");
  }

  @Test
  void answersStandBetweenMessages() throws IOException {
    assertThat(messages(new Turn.User("a"), new Turn.Model("b"), new Turn.User("c")))
        .isEqualTo(
            json(
                """
                [{"role":"user","content":"a"},{"role":"assistant","content":"b"},\
                {"role":"user","content":"c"}]"""));
  }

  @Test
  void anEmptyPromptIsSentAllTheSame() throws IOException {
    JsonNode empty = json("[{\"role\":\"user\",\"content\":\"\"}]");
    assertThat(messages(new Turn.User(""))).isEqualTo(empty);
    assertThat(messages(new Turn.Instructions(" "), new Turn.User(""))).isEqualTo(empty);
    assertThat(messages(new Turn.User("a"), new Turn.Model("b"), new Turn.User("")).path(2))
        .isEqualTo(empty.path(0));
  }

  @Test
  void callsOfToolsAndTheirResults() throws IOException {
    assertThat(
            messages(
                new Turn.User("a"),
                new Turn.Model(
                    "",
                    List.of(
                        new ToolCall("1", "orders", "{\"status\":\"OPEN\"}"),
                        new ToolCall("2", "orders", "no JSON"))),
                new Turn.ToolResult("1", "[]", false),
                new Turn.ToolResult("2", "", true)))
        .isEqualTo(
            json(
                """
                [{"role":"user","content":"a"},{"role":"assistant","content":null,"tool_calls":[\
                {"id":"1","type":"function","function":{"name":"orders",\
                "arguments":"{\\"status\\":\\"OPEN\\"}"}},\
                {"id":"2","type":"function","function":{"name":"orders","arguments":"no JSON"}}]},\
                {"role":"tool","tool_call_id":"1","content":"[]"},\
                {"role":"tool","tool_call_id":"2","content":""}]"""));
  }

  @ParameterizedTest
  @EnumSource(ToolChoice.class)
  void toolsAreOffered(ToolChoice choice) throws IOException {
    ToolSpec tool = new ToolSpec("orders", "The \"orders\".", "{\"zebra\":1, \"apple\":2}");
    ModelRequest request =
        new ModelRequest(
            new StepId("Agent", "step", "step", ""),
            "m",
            List.of(new Turn.User("a")),
            List.of(tool, tool),
            null,
            new ModelRequest.Options(Double.NaN, 0, Duration.ZERO, "key", choice, null));
    String text = text(request);
    assertThat(text).contains("\"parameters\":{\"zebra\":1, \"apple\":2},");
    JsonNode body = json(text);
    assertThat(body.path("tools")).hasSize(2);
    assertThat(body.path("tools").path(1))
        .isEqualTo(
            json(
                """
                {"type":"function","function":{"name":"orders","description":"The \\"orders\\".",\
                "parameters":{"zebra":1,"apple":2},"strict":true}}"""));
    assertThat(body.path("tool_choice").asText("none given"))
        .isEqualTo(
            switch (choice) {
              case AUTO -> "none given";
              case NONE -> "none";
              case REQUIRED -> "required";
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[]", "{", "{}{}", "{} x", "''", "{\"a\":1}}"})
  void schemasThatWouldBreakTheBodyAreRefused(String schema) {
    ModelRequest request =
        request(List.of(new Turn.User("a")), new ModelRequest.Schema("s", schema));
    assertThatThrownBy(() -> text(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema s is not");
  }

  private static ModelRequest request(List<Turn> turns, ModelRequest.Schema schema) {
    return new ModelRequest(
        new StepId("Agent", "step", "step", ""),
        "m",
        turns,
        List.of(),
        schema,
        new ModelRequest.Options(Duration.ZERO, "key"));
  }

  private static JsonNode messages(Turn... turns) throws IOException {
    return json(text(request(List.of(turns), null))).path("messages");
  }

  private static String text(ModelRequest request) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ChatRequestWriter.body(request, "max_tokens").writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode json(String text) throws IOException {
    return new JsonMapper().readTree(text);
  }
}
