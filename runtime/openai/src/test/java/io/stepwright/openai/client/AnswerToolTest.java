package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ProviderSettings;
import io.stepwright.spi.ResultWithTools;
import io.stepwright.spi.StepId;
import io.stepwright.spi.StructuredOutput;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.ToolSpec;
import io.stepwright.spi.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Typed answers as the arguments of a tool, on the wire. */
@Timeout(60)
class AnswerToolTest {

  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\",\"minimum\":1}}}";
  private static final ToolSpec CLOCK = new ToolSpec("clock", "The time.", "{\"type\":\"object\"}");

  private final ModelServer server = ModelServer.http();

  @AfterEach
  void close() {
    server.close();
  }

  private OpenAiModelClient client(
      @Nullable ResultWithTools with, @Nullable StructuredOutput output) throws Exception {
    ProviderSettings settings =
        new ProviderSettings(
            "local",
            server.baseUrl(),
            "key",
            Map.of(),
            null,
            null,
            output,
            null,
            with,
            variable -> null);
    return new OpenAiModelClient(Endpoints.of(settings), null);
  }

  private static ModelRequest request(
      List<ToolSpec> tools, ModelRequest.@Nullable Schema schema, ToolChoice choice) {
    return new ModelRequest(
        new StepId("Desk", "solve", "solve", ""),
        "m",
        List.of(new Turn.User("Solve it.")),
        tools,
        schema,
        new ModelRequest.Options(Double.NaN, 0, Duration.ofSeconds(30), "key", choice, null));
  }

  private static ModelRequest typed(ToolChoice choice, ToolSpec... tools) {
    return request(List.of(tools), new ModelRequest.Schema("Result", SCHEMA), choice);
  }

  private JsonNode sent(ModelRequest request, ResultWithTools with, StructuredOutput output)
      throws Exception {
    try (OpenAiModelClient client = client(with, output)) {
      client.call(request);
    }
    return server.requests().get(0).json();
  }

  private static List<String> names(JsonNode request) {
    return StreamSupport.stream(request.path("tools").spliterator(), false)
        .map(tool -> tool.at("/function/name").asText())
        .toList();
  }

  /** Returns the reply to a request, which the server answers with calls. */
  private ModelReply reply(ToolChoice choice, String finish, String... namesAndArguments)
      throws Exception {
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < namesAndArguments.length; i += 2) {
      calls
          .append(i == 0 ? "" : ",")
          .append("{\"id\":\"c%d\",\"type\":\"function\",\"function\":{".formatted(i))
          .append("\"name\":\"%s\",".formatted(namesAndArguments[i]))
          .append(
              "\"arguments\":\"%s\"}}".formatted(namesAndArguments[i + 1].replace("\"", "\\\"")));
    }
    server.answer(
        Answer.raw(
            200,
            """
            {"id":"x-1","model":"m-1","choices":[{"index":0,"finish_reason":"%s","message":\
            {"role":"assistant","content":"Well.","tool_calls":[%s]}}],\
            "usage":{"prompt_tokens":5,"completion_tokens":3}}\
            """
                .formatted(finish, calls)));
    try (OpenAiModelClient client = client(ResultWithTools.TOOL, null)) {
      return client.call(typed(choice, CLOCK));
    }
  }

  // ---------------------------------------------------------------- requests

  @ParameterizedTest
  @EnumSource(StructuredOutput.class)
  void theSchemaIsThatOfTheLastToolAndStandsNowhereElse(StructuredOutput output) throws Exception {
    JsonNode sent = sent(typed(ToolChoice.AUTO, CLOCK), ResultWithTools.TOOL, output);
    assertThat(names(sent)).containsExactly("clock", "answer");
    JsonNode answer = sent.at("/tools/1/function");
    assertThat(answer.path("parameters").toString()).isEqualTo(SCHEMA);
    assertThat(answer.path("strict").asBoolean()).isTrue();
    assertThat(answer.path("description").asText()).contains("ends the conversation");
    assertThat(sent.path("tool_choice").asText()).isEqualTo("required");
    assertThat(sent.has("response_format")).isFalse();
    assertThat(sent.path("messages")).hasSize(1);
    assertThat(sent.path("messages").toString()).doesNotContain("integer");
  }

  @Test
  void theLastTurnForcesTheAnswer() throws Exception {
    JsonNode sent = sent(typed(ToolChoice.NONE, CLOCK), ResultWithTools.TOOL, null);
    assertThat(names(sent)).containsExactly("answer");
    assertThat(sent.path("tool_choice").toString())
        .isEqualTo("{\"type\":\"function\",\"function\":{\"name\":\"answer\"}}");
    assertThat(sent.has("response_format")).isFalse();
  }

  @Test
  void theNameIsUnlikeThatOfEachTool() throws Exception {
    ToolSpec own = new ToolSpec("Answer", "Answers.", "{}");
    ToolSpec second = new ToolSpec("answer_2", "Answers, too.", "{}");
    JsonNode sent = sent(typed(ToolChoice.NONE, own, second), ResultWithTools.TOOL, null);
    assertThat(names(sent)).containsExactly("answer_3");
    assertThat(sent.at("/tool_choice/function/name").asText()).isEqualTo("answer_3");
  }

  @Test
  void bothStandInOneRequestWhereTheServerAcceptsThem() throws Exception {
    JsonNode sent = sent(typed(ToolChoice.AUTO, CLOCK), ResultWithTools.BOTH, null);
    assertThat(names(sent)).containsExactly("clock");
    assertThat(sent.has("tool_choice")).isFalse();
    assertThat(sent.at("/response_format/json_schema/name").asText()).isEqualTo("Result");
  }

  @Test
  void unknownServersAreSentBoth() throws Exception {
    JsonNode sent = sent(typed(ToolChoice.NONE, CLOCK), null, null);
    assertThat(names(sent)).containsExactly("clock");
    assertThat(sent.path("tool_choice").asText()).isEqualTo("none");
    assertThat(sent.has("response_format")).isTrue();
  }

  @Test
  void aTypedAnswerWithoutToolsHasItsForm() throws Exception {
    JsonNode sent = sent(typed(ToolChoice.AUTO), ResultWithTools.TOOL, null);
    assertThat(sent.has("tools")).isFalse();
    assertThat(sent.has("response_format")).isTrue();
  }

  @Test
  void aTextWithToolsHasNoOtherTool() throws Exception {
    JsonNode sent =
        sent(request(List.of(CLOCK), null, ToolChoice.NONE), ResultWithTools.TOOL, null);
    assertThat(names(sent)).containsExactly("clock");
    assertThat(sent.path("tool_choice").asText()).isEqualTo("none");
  }

  // ---------------------------------------------------------------- replies

  @Test
  void itsArgumentsAreTheAnswer() throws Exception {
    for (String finish : List.of("tool_calls", "stop")) {
      ModelReply reply = reply(ToolChoice.AUTO, finish, "answer", "{\"n\":3}");
      assertThat(reply.text()).isEqualTo("{\"n\":3}");
      assertThat(reply.calls()).isEmpty();
      assertThat(reply.finish()).isEqualTo(ModelReply.Finish.COMPLETE);
      assertThat(reply.inputTokens()).isEqualTo(5);
      assertThat(reply.outputTokens()).isEqualTo(3);
      assertThat(reply.id()).isEqualTo("x-1");
      assertThat(reply.model()).isEqualTo("m-1");
      assertThat(reply.wireNanos()).isPositive();
    }
  }

  @Test
  void theCallsBesideItComeFirst() throws Exception {
    ModelReply reply =
        reply(ToolChoice.AUTO, "tool_calls", "answer", "{\"n\":3}", "clock", "{}", "watch", "{}");
    assertThat(reply.finish()).isEqualTo(ModelReply.Finish.TOOL_CALLS);
    assertThat(reply.calls())
        .containsExactly(new ToolCall("c2", "clock", "{}"), new ToolCall("c4", "watch", "{}"));
    assertThat(reply.text()).isEqualTo("Well.");
  }

  @Test
  void inTheLastTurnItIsTheAnswerWhateverStandsBesideIt() throws Exception {
    ModelReply reply =
        reply(ToolChoice.NONE, "tool_calls", "clock", "{}", "answer", "{\"n\":3}", "answer", "{}");
    assertThat(reply.text()).isEqualTo("{\"n\":3}");
    assertThat(reply.calls()).isEmpty();
  }

  @Test
  void otherCallsAndTextsAreThemselves() throws Exception {
    ModelReply calls = reply(ToolChoice.AUTO, "tool_calls", "clock", "{}");
    assertThat(calls.calls()).containsExactly(new ToolCall("c0", "clock", "{}"));
    ModelReply text = reply(ToolChoice.AUTO, "stop");
    assertThat(text.text()).isEqualTo("Well.");
    assertThat(text.finish()).isEqualTo(ModelReply.Finish.COMPLETE);
  }

  @Test
  void aCutCallIsNoAnswer() throws Exception {
    ModelReply reply = reply(ToolChoice.AUTO, "length", "answer", "{\"n\":3");
    assertThat(reply.finish()).isEqualTo(ModelReply.Finish.LENGTH);
    assertThat(reply.calls()).isEmpty();
  }

  @Test
  void aStreamHandsOverTheAnswer() throws Exception {
    server.answer(
        Answer.raw(
            200,
            """
            {"model":"m-1","choices":[{"index":0,"finish_reason":"tool_calls","message":\
            {"role":"assistant","content":null,"tool_calls":[{"id":"a","type":"function",\
            "function":{"name":"answer","arguments":"{\\"n\\":3}"}}]}}]}\
            """));
    List<String> pieces = new ArrayList<>();
    try (OpenAiModelClient client = client(ResultWithTools.TOOL, null)) {
      ModelReply reply = client.stream(typed(ToolChoice.AUTO, CLOCK), pieces::add);
      assertThat(reply.text()).isEqualTo("{\"n\":3}");
    }
    assertThat(pieces).containsExactly("{\"n\":3}");
    assertThat(server.requests().get(0).json().has("stream")).isFalse();
  }
}
