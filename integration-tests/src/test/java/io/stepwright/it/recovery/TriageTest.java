package io.stepwright.it.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.runtime.ModelOutputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TriageTest {

  private final ModelServer server = ModelServer.http();
  private final AgentRuntime runtime =
      AgentRuntime.builder()
          .configuration("stepwright.providers.openai.base-url", server.baseUrl())
          .build();
  private final Triage triage = new WiredTriage(runtime);

  @AfterEach
  void close() {
    runtime.close();
    server.close();
  }

  @Test
  void whatAnExpressionFindsCostsNoCall() {
    AgentResult<Triage.Triaged> result =
        triage.triage("URGENT: Refund order AB-12 x3 and order C-7 x1. Order X-1 xx. +49301234567");
    assertThat(result.value())
        .isEqualTo(
            new Triage.Triaged(
                Triage.Wish.REFUND,
                List.of(new Triage.Order("AB-12", 3), new Triage.Order("C-7", 1)),
                Optional.of("+49301234567"),
                true,
                2));
    assertThat(server.count()).isZero();
    // Only the step that fails the first time reports attempts.
    assertThat(result.report().steps())
        .allSatisfy(
            step -> assertThat(step.attempts()).hasSize(step.name().equals("lucky") ? 2 : 0));
  }

  @Test
  void aMatchThatCannotBeConvertedCountsAsNone() {
    server.answer(Answer.chat());
    AgentResult<Triage.Triaged> result = triage.triage("order Z-1 x99999999999 then order Z-2 x2");
    assertThat(result.value().orders()).containsExactly(new Triage.Order("Z-2", 2));
    assertThat(result.value().phone()).isEmpty();
    assertThat(result.value().urgent()).isFalse();
    assertThat(server.count()).isOne();
  }

  @Test
  void theNextModelAnswersWhenOneIsDown() {
    server.answer(
        request ->
            model(request).equals("third")
                ? Answer.chat(r -> Completion.of(r).text("{\"value\": \"CANCEL\"}"))
                : Answer.error(500, "server_error", "down"));
    AgentResult<Triage.Triaged> result = triage.triage("Stop it all.");
    assertThat(result.value().wish()).isEqualTo(Triage.Wish.CANCEL);
    assertThat(server.requests())
        .extracting(TriageTest::model)
        .containsExactly("first", "first", "second", "second", "third");
    assertThat(
            result.report().steps().stream()
                .filter(step -> step.name().equals("wish"))
                .findFirst()
                .orElseThrow()
                .attempts())
        .hasSize(5);
  }

  /** Tokens of an unusable answer are reported, since they were paid for. */
  @Test
  void tokensOfAnAnswerWithoutAMessageAreReported() {
    server.answer(
        request ->
            Answer.chat(
                r -> {
                  Completion reply = Completion.of(r).text("{\"value\": \"CANCEL\"}").usage(100, 7);
                  return model(request).equals("first") ? reply.without("choices") : reply;
                }));
    AgentResult<Triage.Triaged> result = triage.triage("Stop it all.");
    assertThat(server.requests()).extracting(TriageTest::model).containsExactly("first", "second");
    assertThat(result.report().inputTokens()).isEqualTo(200);
    assertThat(result.report().outputTokens()).isEqualTo(14);
  }

  @Test
  void noRunAsksMoreOftenThanTheGeneratedClassSays() throws IOException {
    int most = mostModelCalls();
    assertThat(most).isEqualTo(6);
    server.answer(Answer.error(503, "overloaded", "x"));
    assertThatThrownBy(() -> triage.triage("Hm.")).isInstanceOf(ModelCallException.class);
    assertThat(server.count()).isEqualTo(most);
    server.answer(Answer.chat(r -> Completion.of(r).text("{\"value\": \"FISH\"}")));
    assertThatThrownBy(() -> triage.triage("Hm.")).isInstanceOf(ModelOutputException.class);
    assertThat(server.count()).isEqualTo(2 * most);
  }

  private static int mostModelCalls() throws IOException {
    String descriptor = "/META-INF/stepwright/" + Triage.class.getName() + ".json";
    try (InputStream in = Triage.class.getResourceAsStream(descriptor)) {
      JsonNode json = new ObjectMapper().readTree(in);
      return json.at("/entryPoints/0/mostModelCalls").asInt();
    }
  }

  private static String model(Received request) {
    return request.json().path("model").asText();
  }
}
