package io.stepwright.openaijava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.azure.AzureOpenAIServiceVersion;
import com.openai.azure.AzureUrlPathMode;
import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.credential.BearerTokenCredential;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.StepId;
import io.stepwright.spi.Turn;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The settings of an application's client. */
@Timeout(60)
class OpenAiJavaClientTest {

  private static final ModelRequest HELLO =
      new ModelRequest(
          new StepId("Agent", "step", "step", ""),
          "gpt-4o",
          List.of(new Turn.User("secret prompt")),
          List.of(),
          null,
          new ModelRequest.Options(Duration.ofSeconds(60), "key"));

  private final ModelServer server = ModelServer.http();
  private final SdkClients clients = new SdkClients();

  @AfterEach
  void close() {
    clients.close();
    server.close();
  }

  private OpenAIOkHttpClient.Builder builder() {
    return OpenAIOkHttpClient.builder().baseUrl(server.baseUrl());
  }

  private Received send(OpenAIOkHttpClient.Builder builder) throws Exception {
    OpenAIClient sdk = clients.add(builder.build());
    try (OpenAiJavaClient client = OpenAiJavaClient.of(sdk)) {
      client.call(HELLO);
    }
    return server.awaitCount(1);
  }

  /** The library itself sends the same path, query and credentials. */
  private Received sendBySdk(OpenAIOkHttpClient.Builder builder) throws Exception {
    var params =
        com.openai.models.chat.completions.ChatCompletionCreateParams.builder()
            .model("gpt-4o")
            .addUserMessage("secret prompt")
            .build();
    clients.add(builder.logLevel(LogLevel.OFF).build()).chat().completions().create(params);
    return server.awaitCount(2);
  }

  private void assertLikeSdk(OpenAIOkHttpClient.Builder builder) throws Exception {
    Received ours = send(builder);
    Received theirs = sendBySdk(builder);
    assertThat(ours.target()).isEqualTo(theirs.target());
    for (String name : List.of("authorization", "api-key", "openai-organization", "x-mine")) {
      assertThat(ours.headers().get(name)).as(name).isEqualTo(theirs.headers().get(name));
    }
  }

  @Test
  void headersAndQueryAreThoseOfTheClient() throws Exception {
    assertLikeSdk(
        builder()
            .apiKey("sk-1")
            .organization("org-1")
            .putHeader("X-Mine", "a")
            .putQueryParam("b", "c d"));
  }

  /** The library itself would send its own one as well. */
  @Test
  void anAuthorizationHeaderOfTheClientIsTheOnlyOne() throws Exception {
    Received received = send(builder().apiKey("sk-1").replaceHeaders("Authorization", "Basic abc"));
    assertThat(received.headers().get("authorization")).containsExactly("Basic abc");
  }

  @Test
  void azureWithAKeyNamesTheDeployment() throws Exception {
    OpenAIOkHttpClient.Builder builder =
        builder()
            .azureUrlPathMode(AzureUrlPathMode.LEGACY)
            .azureServiceVersion(AzureOpenAIServiceVersion.getV2024_10_21())
            .credential(AzureApiKeyCredential.create("azure-key"));
    assertLikeSdk(builder);
    Received received = server.requests().get(0);
    assertThat(received.target())
        .isEqualTo("/v1/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21");
    assertThat(received.headers().get("api-key")).containsExactly("azure-key");
    assertThat(received.header("authorization")).isNull();
  }

  @Test
  void azureOfTheNewerApiNamesNoDeployment() throws Exception {
    assertLikeSdk(
        builder()
            .azureUrlPathMode(AzureUrlPathMode.UNIFIED)
            .credential(AzureApiKeyCredential.create("azure-key")));
  }

  @Test
  void tokensAreMadeForEachRequest() throws Exception {
    AtomicInteger tokens = new AtomicInteger();
    OpenAIClient sdk =
        clients.add(
            builder()
                .azureUrlPathMode(AzureUrlPathMode.LEGACY)
                .credential(BearerTokenCredential.create(() -> "token-" + tokens.incrementAndGet()))
                .build());
    int before = tokens.get();
    try (OpenAiJavaClient client = OpenAiJavaClient.of(sdk, "tenant-1")) {
      client.call(HELLO);
      client.call(HELLO);
      assertThat(client.account()).isEqualTo("tenant-1");
    }
    assertThat(server.requests())
        .extracting(request -> request.headers().get("authorization"))
        .containsExactly(
            List.of("Bearer token-" + (before + 1)), List.of("Bearer token-" + (before + 2)));
  }

  @Test
  void aTokenIsMaskedInTheServersWords() {
    server.answer(
        Answer.raw(401, "{\"error\":{\"message\":\"Token entra-token-4711 has expired.\"}}"));
    OpenAIClient sdk =
        clients.add(
            builder().credential(BearerTokenCredential.create(() -> "entra-token-4711")).build());
    try (OpenAiJavaClient client = OpenAiJavaClient.of(sdk)) {
      ModelClientException failure =
          catchThrowableOfType(ModelClientException.class, () -> client.call(HELLO));
      assertThat(failure.serverMessage()).isEqualTo("Token *** has expired.");
      assertThat(failure).hasMessageContaining("Check the credential of the OpenAIClient.");
    }
  }

  @Test
  void aFailingTokenIsAFailureOfTheCall() {
    OpenAIClient sdk =
        clients.add(
            builder()
                .credential(
                    BearerTokenCredential.create(
                        () -> {
                          throw new IllegalArgumentException("secret of the supplier");
                        }))
                .build());
    try (OpenAiJavaClient client = OpenAiJavaClient.of(sdk)) {
      ModelClientException failure =
          catchThrowableOfType(ModelClientException.class, () -> client.call(HELLO));
      assertThat(failure).hasMessageContaining("could not be made (IllegalArgumentException)");
      assertThat(failure).hasStackTraceContaining("IllegalArgumentException");
      assertThat(failure.getMessage()).doesNotContain("secret");
    }
    assertThat(server.count()).isZero();
  }

  @Test
  void accountsOfFixedKeysDiffer() {
    OpenAiJavaClient one = OpenAiJavaClient.of(clients.add(builder().apiKey("sk-1").build()));
    OpenAiJavaClient two = OpenAiJavaClient.of(clients.add(builder().apiKey("sk-2").build()));
    assertThat(one.account()).isNotEmpty().isNotEqualTo(two.account()).doesNotContain("sk-1");
    assertThat(one.endpoint()).isEqualTo(server.baseUrl());
    assertThat(one).hasToString("OpenAiJavaClient[" + server.baseUrl() + "]");
    one.close();
    two.close();
  }

  /** OPENAI_LOG is set to debug for these tests. */
  @Test
  void thePromptIsNotLogged() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      send(builder().apiKey("sk-1"));
    } finally {
      System.setErr(before);
    }
    assertThat(System.getenv("OPENAI_LOG")).isEqualTo("debug");
    assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("secret prompt", "sk-1");
  }

  @Test
  void theApplicationsClientStaysOpen() throws Exception {
    OpenAIClient sdk = clients.add(builder().apiKey("sk-1").build());
    OpenAiJavaClient.of(sdk).close();
    OpenAiJavaClient client = OpenAiJavaClient.of(sdk);
    client.call(HELLO);
    client.close();
    assertThatThrownBy(() -> client.call(HELLO)).isInstanceOf(ModelClientException.class);
    assertThat(server.count()).isEqualTo(1);
  }
}
