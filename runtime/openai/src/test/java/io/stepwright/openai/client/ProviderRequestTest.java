package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ProviderSettings;
import io.stepwright.spi.Turn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes that the settings of a provider make on the wire. */
@Timeout(60)
class ProviderRequestTest {

  private final ModelServer server = ModelServer.http();

  @AfterEach
  void close() {
    server.close();
  }

  private OpenAiModelClient client(
      String name, Map<String, String> headers, @Nullable String query, @Nullable String body)
      throws Exception {
    ProviderSettings settings =
        new ProviderSettings(
            name,
            server.baseUrl(),
            "canary-key",
            headers,
            query,
            body,
            null,
            null,
            null,
            variable -> null);
    return new OpenAiModelClient(Endpoints.of(settings), null);
  }

  private Received sent(OpenAiModelClient client, ModelRequest request) throws Exception {
    try (client) {
      client.call(request);
      return server.requests().get(0);
    }
  }

  @Test
  void headersAndQueryAreSent() throws Exception {
    Received sent =
        sent(
            client(
                "local",
                Map.of(
                    "X-Team", "search", "User-Agent", "acme/1", "HTTP-Referer", "https://a/?b=c"),
                "api-version=2024-10-21&x=%20",
                null),
            Calls.request("Hi"));
    assertThat(sent.header("x-team")).isEqualTo("search");
    assertThat(sent.headers().get("user-agent")).containsExactly("acme/1");
    assertThat(sent.header("http-referer")).isEqualTo("https://a/?b=c");
    assertThat(sent.headers().get("authorization")).containsExactly("Bearer canary-key");
    assertThat(sent.path()).isEqualTo("/v1/chat/completions");
    assertThat(sent.query()).isEqualTo("api-version=2024-10-21&x=%20");
  }

  @Test
  void aHeaderReplacesTheKey() throws Exception {
    Received sent =
        sent(client("local", Map.of("authorization", "Token t"), null, null), Calls.request("Hi"));
    assertThat(sent.headers().get("authorization")).containsExactly("Token t");
    assertThat(sent.query()).isNull();
  }

  @Test
  void azureGetsItsKeyInAHeaderOfItsOwn() throws Exception {
    Received sent = sent(client("azure", Map.of(), null, null), Calls.request("Hi"));
    assertThat(sent.headers().get("api-key")).containsExactly("canary-key");
    assertThat(sent.headers()).doesNotContainKey("authorization");
  }

  @Test
  void fieldsOfProviderAndAliasAreMerged() throws Exception {
    ModelRequest.Options options = Calls.options(0.5, 100, Calls.LONG);
    ModelRequest request =
        Calls.request(
            "tiny",
            List.of(new Turn.User("Hi")),
            null,
            new ModelRequest.Options(
                options.temperature(),
                options.maxOutputTokens(),
                options.timeout(),
                options.idempotencyKey(),
                options.toolChoice(),
                "{\"seed\":7,\"a\":{\"b\":null},\"model\":\"other\"}"));
    Received sent =
        sent(
            client(
                "local",
                Map.of(),
                null,
                "{\"seed\":1,\"a\":{\"b\":1,\"c\":2},\"temperature\":null,\"messages\":[]}"),
            request);
    assertThat(sent.body())
        .isEqualTo(
            """
            {"model":"tiny","messages":[{"role":"user","content":"Hi"}],"max_tokens":100,\
            "seed":7,"a":{"c":2}}""");
  }

  @Test
  void noHeaderIsInAMessage() throws Exception {
    server.answer(
        Answer.raw(
            401,
            "{\"error\":{\"message\":\"Bad token t-4711-canary, key canary-key, header canary-9"
                + " and sig canary-sig.\"}}"));
    try (OpenAiModelClient client =
        client(
            "local",
            Map.of("X-Auth", "Token t-4711-canary", "X-Other", "canary-9"),
            "sig=canary-sig&a=header",
            null)) {
      ModelClientException failure = Calls.failure(client, Calls.request("Hi"));
      assertThat(failure.serverMessage()).isEqualTo("Bad ***, key ***, header *** and sig ***.");
      assertThat(failure.getMessage()).doesNotContain("canary");
      assertThat(client.toString() + client.endpoint() + client.account()).doesNotContain("canary");
    }
  }
}
