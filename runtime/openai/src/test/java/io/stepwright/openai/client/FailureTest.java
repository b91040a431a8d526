package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClientException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Messages of failures, and whether they are retryable. The server sees each request exactly once.
 */
class FailureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | invalid_request_error | unsupported_value | false | does not accept the request (400, unsupported_value, invalid_request_error)",
        "400 | invalid_request_error | context_length_exceeded | false | the prompt is too long for model tiny",
        "401 | invalid_request_error | invalid_api_key | false | refused the API key (401, invalid_api_key, invalid_request_error). Check stepwright.providers.local.api-key.",
        "403 | forbidden | no_access | false | does not allow this key to use model tiny",
        "404 | not_found | model_not_found | false | does not know model tiny or the path (404, model_not_found, not_found). Check the model's name and the base URL http://127.0.0.1",
        "405 | x | y | false | refused the request (405",
        "408 | x | y | true | could not handle the request now (408",
        "409 | x | y | true | could not handle the request now (409",
        "413 | x | y | false | refused the request (413",
        "418 | x | y | false | refused the request (418",
        "422 | x | y | false | does not accept the request (422",
        "429 | requests | rate_limit_exceeded | true | limits the rate of requests (429, rate_limit_exceeded, requests)",
        "429 | x | insufficient_quota | false | the quota is spent (429, insufficient_quota). Check plan and billing.",
        "429 | insufficient_quota | billing | false | the quota is spent",
        "500 | server_error | y | true | failed (500",
        "501 | x | y | true | failed (501",
        "502 | x | y | true | failed (502",
        "503 | overloaded_error | y | true | failed (503",
        "504 | x | y | true | failed (504",
        "529 | x | y | true | failed (529",
        "302 | x | y | false | redirects requests (302",
        "307 | x | y | false | redirects requests (307",
      })
  void statusSaysWhatToDo(int status, String type, String code, boolean retryable, String part)
      throws Exception {
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server)) {
      server.answer(
          Answer.error(status, type, code).header("Location", "http://127.0.0.1:1/elsewhere"));
      ModelClientException failure = Calls.failure(client, Calls.request("Hello"));
      assertThat(failure).hasMessageContaining(part);
      assertThat(failure.getMessage()).contains("127.0.0.1:" + server.port());
      assertThat(failure.status()).isEqualTo(status);
      assertThat(failure.retryable()).isEqualTo(retryable);
      assertThat(failure.retryAfter()).isNull();
      assertThat(server.count()).isEqualTo(1);
    }
  }

  /** Servers word errors in many ways; none may hide the status. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | ''",
        "503 | <html>Service Unavailable</html>",
        "503 | {\"error\":\"overloaded\"}",
        "503 | {\"error\":{\"code\":503,\"message\":\"Loading model\",\"type\":\"unavailable_error\"}}",
        "503 | {\"error\":{\"code\":null}}",
        "503 | {\"error\":{\"code\":{\"a\":1},\"type\":[1]}}",
        "503 | {\"detail\":\"Not Found\"}",
        "503 | [1,2]",
        "503 | null",
        "503 | {\"error\":"
      })
  void anyBodyOfAnErrorWillDo(int status, String body) throws Exception {
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server)) {
      server.answer(Answer.raw(status, body == null ? "" : body));
      ModelClientException failure = Calls.failure(client, Calls.request("Hello"));
      assertThat(failure.status()).isEqualTo(status);
      assertThat(failure.retryable()).isTrue();
      assertThat(failure).hasMessageContaining("failed (503");
      assertThat(server.count()).isEqualTo(1);
    }
  }

  @Test
  void aChallengeChangesNothing() throws Exception {
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server)) {
      server.answer(Answer.error(401, "x", "y").header("WWW-Authenticate", "Basic realm=\"a\""));
      assertThat(Calls.failure(client, Calls.request("Hello")).status()).isEqualTo(401);
      assertThat(server.count()).isEqualTo(1);
    }
  }

  @Test
  void openAiAlsoNamesItsVariable() throws Exception {
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client =
            new OpenAiModelClient(
                new Endpoint("openai", URI.create(server.baseUrl()), "sk-wrong"), null)) {
      server.answer(
          request ->
              "Bearer sk-right".equals(request.header("authorization"))
                  ? Answer.chat()
                  : Answer.error(401, "invalid_request_error", "invalid_api_key"));
      assertThat(Calls.failure(client, Calls.request("Hello")))
          .hasMessageContaining("Check OPENAI_API_KEY or stepwright.providers.openai.api-key.");
    }
  }

  @Test
  void anUnreachableServerIsNamed() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    String url = "http://127.0.0.1:" + port + "/v1";
    try (OpenAiModelClient client = Calls.client(url)) {
      passing(
          Calls.failure(client, Calls.request("Hello")),
          "The server at 127.0.0.1:" + port + " cannot be reached",
          "GET " + url + "/models");
      assertThat(Calls.failure(client, Calls.request("Hello")))
          .hasStackTraceContaining("java.net.ConnectException")
          .satisfies(failure -> assertThat(trace(failure)).doesNotContain("ClosedChannel"));
    }
  }

  @Test
  void encryptionThatTheServerDoesNotKnowIsNamed() throws Exception {
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server.baseUrl().replace("http:", "https:"))) {
      passing(
          Calls.failure(client, Calls.request("Hello")),
          "answers without encryption. Write http in place of https");
    }
  }

  @Test
  void noClassOfOursIsShownButTheFailure() throws Exception {
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server)) {
      for (Answer answer :
          new Answer[] {
            Answer.error(401, "x", "invalid_api_key"),
            Answer.raw(200, "<html>"),
            Answer.raw(200, "")
          }) {
        server.next(answer);
        assertThat(trace(Calls.failure(client, Calls.request("Hello"))).lines())
            .filteredOn(line -> line.startsWith("Caused by:"))
            .noneMatch(line -> line.contains("io.stepwright."));
      }
    }
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  @Test
  void anUnknownHostIsNamed() throws Exception {
    try (OpenAiModelClient client = Calls.client("http://no-such-host.invalid/v1")) {
      passing(
          Calls.failure(client, Calls.request("Hello")),
          "The server at no-such-host.invalid:80 cannot be reached: its name cannot be resolved");
    }
  }

  @Test
  void aStrangersCertificateIsRefused() throws Exception {
    try (ModelServer server = ModelServer.https(100);
        OpenAiModelClient client = Calls.client(server.baseUrl())) {
      passing(Calls.failure(client, Calls.request("Hello")), "Check that its certificate is valid");
      assertThat(server.count()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aDroppedConnectionMayPass(boolean encrypted) throws Exception {
    try (ModelServer server = encrypted ? ModelServer.https(100) : ModelServer.http();
        OpenAiModelClient client = Calls.client(server)) {
      client.call(Calls.request("warm up"));
      server.next(Answer.chat().dropped());
      passing(Calls.failure(client, Calls.request("Hello")), "broke the connection");
      assertThat(server.count()).isEqualTo(2);
      assertThat(client.call(Calls.request("Hello")).text()).isEqualTo("An answer.");
    }
  }

  private static void passing(ModelClientException failure, String... parts) {
    assertThat(failure.getMessage()).contains(parts);
    assertThat(failure.status()).isEqualTo(ModelClientException.NO_STATUS);
    assertThat(failure.retryable()).isTrue();
  }
}
