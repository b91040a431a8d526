package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.Turn;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests on the wire. */
class RequestTest {

  private static final List<Turn> HI = List.of(new Turn.User("Hi"));

  private static final ModelRequest.Schema SCHEMA =
      new ModelRequest.Schema(
          "email",
          """
          {"type":"object","properties":{"zebra":{"type":"string","description":"A \\"Z\\""},\
          "apple":{"anyOf":[{"type":"integer","minimum":3},{"type":"null"}]},\
          "mango":{"type":"array","items":{"enum":["B","A"]}},"rate":{"type":"number","minimum":0.25}},\
          "required":["zebra","apple","mango","rate"],"additionalProperties":false}""");

  private ModelServer server;

  @BeforeEach
  void start() {
    server = ModelServer.http();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void plainTextSendsOnlyWhatIsAsked() throws Exception {
    Received received = send(Calls.request("What is \"new\"?\nÄ 😀"), null);
    assertThat(received.path()).isEqualTo("/v1/chat/completions");
    assertThat(received.json())
        .isEqualTo(
            json(
                """
                {"model":"tiny","messages":[{"role":"user","content":"What is \\"new\\"?\\nÄ 😀"}]}"""));
    assertThat(received.header("idempotency-key")).isEqualTo("key-of-step");
    assertThat(received.header("content-type")).isEqualTo("application/json");
    assertThat(received.headers())
        .containsOnlyKeys(
            "content-length", "content-type", "host", "idempotency-key", "user-agent");
  }

  @Test
  void systemMessageAndParameters() throws Exception {
    ModelRequest request =
        Calls.request(
            "tiny",
            List.of(new Turn.Instructions("Be brief."), new Turn.User("Hello")),
            null,
            Calls.options(0.25, 40, Calls.LONG));
    assertThat(send(request, null).json())
        .isEqualTo(
            json(
                """
                {"model":"tiny","messages":[{"role":"system","content":"Be brief."},\
                {"role":"user","content":"Hello"}],"temperature":0.25,"max_tokens":40}"""));
  }

  @Test
  void zeroIsATemperature() throws Exception {
    ModelRequest request = Calls.request("tiny", HI, null, Calls.options(0, 0, Calls.LONG));
    assertThat(send(request, null).json().path("temperature").asDouble(-1)).isZero();
  }

  /**
   * Models write properties in the order of the schema, so the text of the schema must arrive
   * unchanged.
   */
  @Test
  void schemaIsSentAsItIs() throws Exception {
    ModelRequest request =
        Calls.request("tiny", HI, SCHEMA, Calls.options(Double.NaN, 0, Calls.LONG));
    Received received = send(request, null);
    assertThat(received.body()).contains("\"schema\":" + SCHEMA.json());
    assertThat(received.json().path("response_format").path("type").asText())
        .isEqualTo("json_schema");
    assertThat(received.json().path("response_format").path("json_schema").path("name").asText())
        .isEqualTo("email");
    assertThat(
            received.json().path("response_format").path("json_schema").path("strict").asBoolean())
        .isTrue();
  }

  @Test
  void theTestServerAnswersASchema() throws Exception {
    ModelRequest request =
        Calls.request("tiny", HI, SCHEMA, Calls.options(Double.NaN, 0, Calls.LONG));
    try (OpenAiModelClient client = Calls.client(server)) {
      ModelReply reply = client.call(request);
      assertThat(reply.text())
          .isEqualTo("{\"zebra\":\"some zebra\",\"apple\":3,\"mango\":[\"B\"],\"rate\":0.25}");
    }
  }

  @Test
  void theKeyIsSentAsABearer() throws Exception {
    assertThat(send(Calls.request("Hi"), "sk-1").headers().get("authorization"))
        .containsExactly("Bearer sk-1");
  }

  @ParameterizedTest
  @CsvSource({
    "openai, http://localhost/v1, max_completion_tokens",
    "azure, https://mine.openai.azure.com/openai/v1, max_completion_tokens",
    "other, https://eu.api.openai.com/v1, max_completion_tokens",
    "ollama, http://localhost:11434/v1, max_tokens",
    "mine, https://openai.com.example.org/v1, max_tokens"
  })
  void theLimitOfTokensHasTheNameThatTheServerKnows(String provider, URI url, String name) {
    assertThat(new Endpoint(provider, url, null).tokenLimit()).isEqualTo(name);
  }

  private Received send(ModelRequest request, String key) throws Exception {
    try (OpenAiModelClient client = Calls.client(server, key)) {
      client.call(request);
      return server.requests().get(0);
    }
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String text) throws Exception {
    return new com.fasterxml.jackson.databind.json.JsonMapper().readTree(text);
  }
}
