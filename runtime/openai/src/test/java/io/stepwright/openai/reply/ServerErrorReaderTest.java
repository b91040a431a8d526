package io.stepwright.openai.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.openai.reply.ServerError.Category;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing of errors, in the forms of known servers. */
class ServerErrorReaderTest {

  private static ServerError read(String body) {
    return ServerErrorReader.read(body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // OpenAI
        "{\"error\":{\"message\":\"No.\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"model_not_found\"}} | model_not_found, invalid_request_error | 0 | No.",
        // vLLM, flat
        "{\"object\":\"error\",\"message\":\"Too long\",\"type\":\"BadRequestError\",\"param\":null,\"code\":400} | BadRequestError | 400 | Too long",
        // Gemini, an array
        "[{\"error\":{\"code\":400,\"message\":\"API key not valid.\",\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"@type\":\"x\",\"reason\":\"API_KEY_INVALID\"}]}},{\"error\":1}] | INVALID_ARGUMENT, API_KEY_INVALID | 400 | API key not valid.",
        // Azure
        "{\"error\":{\"message\":\"m\",\"code\":\"content_filter\",\"status\":400,\"innererror\":{\"code\":\"ResponsibleAIPolicyViolation\",\"content_filter_result\":{}}}} | content_filter, ResponsibleAIPolicyViolation | 400 | m",
        // Anthropic
        "{\"type\":\"error\",\"error\":{\"type\":\"not_found_error\",\"message\":\"model: x\"}} | not_found_error | 0 | model: x",
        // FastAPI
        "{\"detail\":\"Not Found\"} | `` | 0 | Not Found",
        "{\"detail\":[{\"loc\":[\"body\",\"messages\",0],\"msg\":\"Field required\",\"type\":\"missing\"},{\"msg\":\"x\"}]} | `` | 0 | body.messages.0: Field required",
        // Mistral
        "{\"object\":\"error\",\"message\":{\"detail\":[{\"msg\":\"Extra inputs\",\"type\":\"x\"}]},\"type\":\"invalid_request_error\",\"code\":null} | invalid_request_error | 0 | Extra inputs",
        // Ollama, TGI, LiteLLM, Cloudflare, OpenRouter
        "{\"error\":\"model not found\"} | `` | 0 | model not found",
        "{\"error\":\"Input validation\",\"error_type\":\"validation\"} | `` | 0 | Input validation",
        "{\"error\":{\"message\":\"m\",\"type\":null,\"code\":\"429\"}} | `` | 429 | m",
        "{\"success\":false,\"errors\":[{\"code\":10000,\"message\":\"Authentication error\"}]} | other | 0 | Authentication error",
        "{\"error\":{\"message\":\"Rate limit exceeded\",\"code\":429},\"user_id\":\"u\"} | `` | 429 | Rate limit exceeded",
        // Plain
        "404 page not found | `` | 0 | 404 page not found",
        "\"just a text\" | `` | 0 | just a text",
        "{\"message\":\"m\"} | `` | 0 | m",
      })
  void everyShapeIsRead(String body, String codes, int status, String message) {
    ServerError error = read(body);
    assertThat(String.join(", ", error.codes())).isEqualTo(codes);
    assertThat(error.status()).isEqualTo(status);
    assertThat(error.message()).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "[[]]",
        "<html>no</html>",
        "{\"error\":null}",
        "{\"error\":{}}",
        "{\"x\":"
      })
  void nothingIsNothing(String body) {
    assertThat(read(body)).isEqualTo(ServerError.UNKNOWN);
  }

  /** A server may put a user's words there. */
  @ParameterizedTest
  @ValueSource(strings = {"my_password_is_hunter2", "HUNTER2", "12345", "a b", "é"})
  void wordsThatAreNotKnownAreNotShown(String word) {
    for (String field : List.of("code", "type", "status", "reason")) {
      ServerError error = read("{\"error\":{\"" + field + "\":\"" + word + "\"}}");
      assertThat(error.codes()).containsExactly("other");
      assertThat(error.with(400)).isEqualTo("(400, other)");
    }
    assertThat(read("{\"error\":{\"code\":%s}}".formatted("4711")).codes())
        .containsExactly("other");
  }

  @Test
  void caseDoesNotMatter() {
    assertThat(read("{\"error\":{\"code\":\"Context_Length_EXCEEDED\"}}"))
        .isEqualTo(new ServerError(List.of("context_length_exceeded"), 0, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "This model's maximum context length is 4096 tokens. However, you requested 5000 | TOO_LONG",
        "The input token count (1048577) exceeds the maximum number of tokens allowed (1048576). | TOO_LONG",
        "prompt is too long: 200001 tokens > 199999 maximum | TOO_LONG",
        "the request exceeds the available context size, try increasing it | TOO_LONG",
        "The decoder prompt (length 5000) is longer than the maximum model length of 4096. | TOO_LONG",
        "Please reduce the length of the messages or completion. | TOO_LONG",
        "API key not valid. Please pass a valid API key. | KEY",
        "Content Exists Risk | FILTERED",
        "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. | FILTERED",
        "temperature must be at most 2 | OTHER",
      })
  void messagesTellWhatCodesDoNot(String message, Category category) {
    assertThat(new ServerError(List.of("invalid_request_error"), 400, message).category())
        .isEqualTo(category);
  }

  /** Cuts bodies at any byte, within an error or around it. */
  @Test
  void whatStandsBeforeTheCutCounts() {
    String start = "{\"error\":{\"message\":\"Über\",\"code\":\"rate_limit_exceeded\",\"junk\":[";
    byte[] body = (start + "{},".repeat(100) + "{}]}}").getBytes(StandardCharsets.UTF_8);
    ServerError whole = ServerErrorReader.read(body);
    assertThat(whole)
        .isEqualTo(new ServerError(List.of("rate_limit_exceeded"), ServerError.NO_STATUS, "Über"));
    for (int length = 0; length < body.length; length++) {
      ServerError cut = ServerErrorReader.read(Arrays.copyOf(body, length));
      if (length >= start.getBytes(StandardCharsets.UTF_8).length) {
        assertThat(cut).isEqualTo(whole);
      } else {
        // A character is never cut in half.
        assertThat(List.of("Über", "none"))
            .contains(cut.message() == null ? "none" : cut.message());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anythingIsAnError(long seed) {
    RandomBody bodies = new RandomBody(new Random(seed));
    for (int i = 0; i < 3_000; i++) {
      ServerError error = read(bodies.text().replace("choices", "error").replace("id", "detail"));
      assertThat(error.codes()).hasSizeLessThan(6);
      assertThat(error.status())
          .satisfiesAnyOf(
              status -> assertThat(status).isZero(),
              status -> assertThat(status).isBetween(400, 599));
    }
  }
}
