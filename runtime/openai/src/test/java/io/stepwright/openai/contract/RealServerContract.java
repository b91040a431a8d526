package io.stepwright.openai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.Turn;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Runs against a model that really thinks. */
@EnabledIfEnvironmentVariable(
    named = "STEPWRIGHT_TEST_MODEL_URL",
    matches = ".+",
    disabledReason =
        "Set STEPWRIGHT_TEST_MODEL_URL to the base URL of a running OpenAI-compatible server, such as"
            + " http://localhost:11434/v1, and STEPWRIGHT_TEST_MODEL to a model it has.")
public abstract class RealServerContract {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Makes a client of a server that needs no key. */
  protected abstract ModelClient client(String baseUrl);

  @Test
  void textComesBack() throws Exception {
    ModelReply reply = ask("Say hello in one word.", null);
    assertThat(reply.text()).isNotBlank();
    assertThat(reply.inputTokens()).isPositive();
    assertThat(reply.outputTokens()).isBetween(1L, 300L);
  }

  @Test
  void anObjectOfTheSchemaComesBack() throws Exception {
    ModelReply reply =
        ask(
            "A customer writes: I want to move from another product. What do they want?",
            new ModelRequest.Schema(
                "intent",
                """
                {"type":"object","properties":{"urgent":{"type":"boolean"},\
                "intent":{"type":"string","enum":["EVALUATE","MIGRATE","BUILD"]}},\
                "required":["urgent","intent"],"additionalProperties":false}"""));
    assertThat(reply.finish()).isEqualTo(ModelReply.Finish.COMPLETE);
    JsonNode answer = new JsonMapper().readTree(reply.text());
    assertThat(answer.properties()).hasSize(2);
    assertThat(answer.path("urgent").isBoolean()).isTrue();
    assertThat(answer.path("intent").asText()).isIn("EVALUATE", "MIGRATE", "BUILD");
  }

  @Test
  void piecesAreTheText() throws Exception {
    StringBuilder pieces = new StringBuilder();
    try (ModelClient client = client(System.getenv("STEPWRIGHT_TEST_MODEL_URL"))) {
      ModelReply reply = client.stream(request("Count from 1 to 5.", null), pieces::append);
      assertThat(reply.text()).isNotBlank().isEqualTo(pieces.toString());
      assertThat(reply.outputTokens()).isBetween(1L, 300L);
    }
  }

  private ModelReply ask(String prompt, ModelRequest.@Nullable Schema schema) throws Exception {
    try (ModelClient client = client(System.getenv("STEPWRIGHT_TEST_MODEL_URL"))) {
      return client.call(request(prompt, schema));
    }
  }

  private static ModelRequest request(String prompt, ModelRequest.@Nullable Schema schema) {
    return Requests.of(
        System.getenv().getOrDefault("STEPWRIGHT_TEST_MODEL", "default"),
        List.of(new Turn.User(prompt)),
        List.of(),
        schema,
        new ModelRequest.Options(0, 300, PATIENCE, "key", ToolChoice.AUTO, null));
  }
}
