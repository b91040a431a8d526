package io.stepwright.openai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ResultWithTools;
import io.stepwright.spi.SchemaKeywords;
import io.stepwright.spi.StepId;
import io.stepwright.spi.StructuredOutput;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.ToolSpec;
import io.stepwright.spi.Turn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests to servers that differ. */
class RequestFormTest {

  private static final String SCHEMA =
      """
      {"type":"object","properties":{"format":{"type":"string","format":"date","pattern":"a"},\
      "count":{"type":["integer","null"],"minimum":1,"maximum":9},\
      "kind":{"enum":["minimum",{"pattern":1}]},\
      "list":{"type":"array","minItems":1,"items":{"anyOf":[{"$ref":"#/$defs/pattern"},\
      {"type":"number","exclusiveMinimum":0.50}]}}},"required":["format","count"],\
      "$defs":{"pattern":{"type":"string","description":"The format","maxLength":3}},\
      "additionalProperties":false}\
      """;
  private static final String BASIC =
      """
      {"type":"object","properties":{"format":{"type":"string"},\
      "count":{"type":["integer","null"]},\
      "kind":{"enum":["minimum",{"pattern":1}]},\
      "list":{"type":"array","items":{"anyOf":[{"$ref":"#/$defs/pattern"},\
      {"type":"number"}]}}},"required":["format","count"],\
      "$defs":{"pattern":{"type":"string","description":"The format"}},\
      "additionalProperties":false}\
      """;

  private static RequestForm form(StructuredOutput output, SchemaKeywords keywords) {
    return new RequestForm("max_tokens", output, keywords, ResultWithTools.BOTH, null);
  }

  private static ModelRequest request(List<Turn> turns, @Nullable String alias) {
    return new ModelRequest(
        new StepId("Agent", "step", "step", ""),
        "m",
        turns,
        List.of(new ToolSpec("t", "A tool.", SCHEMA)),
        new ModelRequest.Schema("s", SCHEMA),
        new ModelRequest.Options(0.5, 9, Duration.ZERO, "key", ToolChoice.AUTO, alias));
  }

  private static String text(ModelRequest request, RequestForm form) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ChatRequestWriter.body(request, form).writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode json(ModelRequest request, RequestForm form) throws IOException {
    return new JsonMapper().readTree(text(request, form));
  }

  @Test
  void basicSchemasLackWhatIsCheckedAnyway() throws IOException {
    String body =
        text(
            request(List.of(new Turn.User("Hi")), null),
            form(StructuredOutput.JSON_SCHEMA, SchemaKeywords.BASIC));
    assertThat(body).contains("\"schema\":" + BASIC + "}").contains("\"parameters\":" + BASIC);
    assertThat(BasicSchemas.of(SCHEMA)).isSameAs(BasicSchemas.of(SCHEMA)).isEqualTo(BASIC);
    String all =
        text(
            request(List.of(new Turn.User("Hi")), null),
            form(StructuredOutput.JSON_SCHEMA, SchemaKeywords.ALL));
    assertThat(all).contains("\"schema\":" + SCHEMA + "}").contains("\"parameters\":" + SCHEMA);
  }

  @ParameterizedTest
  @EnumSource(
      value = StructuredOutput.class,
      names = {"JSON_OBJECT", "PROMPT"})
  void theSchemaStandsInTheSystemMessage(StructuredOutput output) throws IOException {
    RequestForm form = form(output, SchemaKeywords.BASIC);
    JsonNode own =
        json(request(List.of(new Turn.Instructions("You sort."), new Turn.User("Hi")), null), form);
    JsonNode none = json(request(List.of(new Turn.User("Hi")), null), form);
    JsonNode blank =
        json(request(List.of(new Turn.Instructions(" "), new Turn.User("Hi")), null), form);
    String told = none.path("messages").path(0).path("content").asText();
    assertThat(told).startsWith("Answer with one JSON value").endsWith(SCHEMA);
    assertThat(own.path("messages").path(0).path("content").asText())
        .as("the constant part is first")
        .isEqualTo(told + "\n\nYou sort.");
    assertThat(blank.path("messages")).isEqualTo(none.path("messages"));
    for (JsonNode body : List.of(own, none)) {
      assertThat(body.path("messages")).hasSize(2);
      assertThat(body.path("messages").path(0).path("role").asText()).isEqualTo("system");
      assertThat(body.path("messages").path(1).path("content").asText()).isEqualTo("Hi");
      assertThat(body.path("response_format").toString())
          .isEqualTo(output == StructuredOutput.PROMPT ? "" : "{\"type\":\"json_object\"}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-|-|\"temperature\":0.5,\"max_tokens\":9}",
        "{}|{}|\"temperature\":0.5,\"max_tokens\":9}",
        "{\"seed\":7}|-|\"temperature\":0.5,\"max_tokens\":9,\"seed\":7}",
        "-|{\"temperature\":1}|\"max_tokens\":9,\"temperature\":1}",
        "{\"max_tokens\":null,\"max_completion_tokens\":500}|-|\"temperature\":0.5,\"max_completion_tokens\":500}",
        "{\"a\":{\"b\":[1,{\"c\":null}]}}|{\"a\":{\"d\":\"e\"}}|\"a\":{\"b\":[1,{\"c\":null}],\"d\":\"e\"}}",
        "{\"a\":{\"b\":1}}|{\"a\":[ 1, 2.50 ]}|\"a\":[ 1, 2.50 ]}",
        "{\"a\":[1]}|{\"a\":{\"b\":{\"c\":null}}}|\"a\":{\"b\":{}}}",
        "{\"a\":1,\"b\":2}|{\"a\":null}|\"max_tokens\":9,\"b\":2}",
        "{\"a\":null}|{\"a\":true}|\"max_tokens\":9,\"a\":true}",
        "{\"ü\\\"\":\"\\u00e4\\n\"}|-|\"ü\\\"\":\"\\u00e4\\n\"}",
        "{\"response_format\":null,\"messages\":[],\"tools\":1,\"stream\":true}|{\"model\":\"x\"}|\"max_tokens\":9}",
      })
  void fieldsAreMerged(@Nullable String provider, @Nullable String alias, String end)
      throws IOException {
    RequestForm form =
        new RequestForm(
            "max_tokens",
            StructuredOutput.JSON_SCHEMA,
            SchemaKeywords.ALL,
            ResultWithTools.BOTH,
            provider);
    ModelRequest request = request(List.of(new Turn.User("Hi")), alias);
    String body = text(request, form);
    assertThat(body).endsWith(end).startsWith("{\"model\":\"m\",\"messages\":[{");
    JsonNode json = new JsonMapper().readTree(body);
    assertThat(json.path("response_format").path("type").asText()).isEqualTo("json_schema");
    assertThat(json.path("tools")).hasSize(1);
    assertThat(json.has("stream")).isFalse();
    assertThat(text(request, form)).isEqualTo(body);
  }

  @Test
  void aStreamIsAskedForInTheSameForm() throws IOException {
    RequestForm form =
        new RequestForm(
            "max_tokens",
            StructuredOutput.JSON_OBJECT,
            SchemaKeywords.ALL,
            ResultWithTools.BOTH,
            "{\"stream_options\":null,\"stream\":false,\"seed\":7}");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelRequest request = request(List.of(new Turn.User("Hi")), null);
    ChatRequestWriter.streamedBody(request, form).writeTo(bytes);
    JsonNode json = new JsonMapper().readTree(bytes.toByteArray());
    assertThat(json.path("stream").asBoolean()).isTrue();
    assertThat(json.has("stream_options")).isFalse();
    assertThat(json.path("seed").asInt()).isEqualTo(7);
    assertThat(json.path("response_format").path("type").asText()).isEqualTo("json_object");
  }

  @Test
  void fieldsThatAreNoObjectAreRefused() {
    for (String wrong : List.of("7", "[]", "{", "")) {
      ModelRequest request = request(List.of(new Turn.User("Hi")), wrong);
      assertThatThrownBy(() -> text(request, RequestForm.limitedBy("max_tokens")))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
