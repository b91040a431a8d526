package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ProviderSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server's error message is available, but is not shown anywhere by default. */
class ServerMessageTest {

  private static final String KEY = "sk-canary-4711";
  private static final String WORDS = "The canary does not sing at 4096 tokens";

  private static ModelCallException failure(ModelServer server) {
    try (AgentRuntime runtime =
        Agents.builder(server).configuration("stepwright.providers.local.api-key", KEY).build()) {
      return catchThrowableOfType(
          ModelCallException.class,
          () -> Agents.reported(runtime, Agents.ENTRY, Agents.COUNT.retry(1), Agents.NUMBER));
    }
  }

  private static String error(String message) {
    return "{\"error\":{\"message\":" + TextNode.valueOf(message) + "}}";
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 429, 500, 200})
  void itIsInTheExceptionAndNowhereElse(int status) {
    try (ModelServer server = ModelServer.http()) {
      server.answer(Answer.raw(status, error(WORDS)));
      ModelCallException failure = failure(server);
      assertThat(failure.serverMessage()).isEqualTo(WORDS);
      StringWriter shown = new StringWriter();
      failure.printStackTrace(new PrintWriter(shown, true));
      shown.append(failure.report().toText()).append(failure.report().toString());
      shown.append(failure.report().steps().toString());
      assertThat(shown.toString()).contains("Caused by").doesNotContain("canary");
    }
  }

  @Test
  void onlyItsOwnLoggerSaysIt() {
    List<String> logged = new ArrayList<>();
    Handler handler = new Recording(logged);
    Logger root = Logger.getLogger("");
    Logger own = Logger.getLogger("io.stepwright.server");
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    try (ModelServer server = ModelServer.http()) {
      server.answer(Answer.raw(400, error(WORDS)));
      failure(server);
      assertThat(logged).noneMatch(line -> line.contains("canary"));
      own.setLevel(Level.FINE);
      failure(server);
      assertThat(logged).contains("io.stepwright.server local/tiny answered with 400: " + WORDS);
    } finally {
      own.setLevel(null);
      root.removeHandler(handler);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Incorrect API key provided: sk-canary-4711.",
        "Incorrect API key provided: SK-CANARY-4711.",
        "sk-canary-4711sk-canary-4711",
        "{'Authorization': 'Bearer sk-canary-4711'}"
      })
  void theKeyIsMasked(String words) {
    try (ModelServer server = ModelServer.http()) {
      server.answer(Answer.raw(401, error(words)));
      assertThat(failure(server).serverMessage())
          .contains("***")
          .doesNotContainIgnoringCase("canary");
    }
  }

  /** A reader of either text would see the key, or nearly all of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-\u200bcanary-4711",
        "s\u200b\u200b\u200bk-canary\u2060-4\u00ad711",
        "sk-can\nary-4711",
        "sk-canary-\ufeff4711 and sk-canary-471",
        "it ends with sk-canary-4",
        "it ends with sk-can\u200b",
        "sk-canary-471 is wrong",
      })
  void aKeyThatIsHiddenOrCutIsMasked(String words) {
    try (ModelServer server = ModelServer.http()) {
      server.answer(Answer.raw(401, error(words)));
      String message = failure(server).serverMessage();
      assertThat(message.replaceAll("[^a-z0-9*-]", ""))
          .contains("***")
          .doesNotContain("sk-", "711");
    }
  }

  /** Texts are cut only after the key is masked. */
  @Test
  void noCutLeavesAPartOfTheKey() {
    List<String> bodies = new ArrayList<>();
    for (int kept = 6; kept <= KEY.length(); kept++) {
      String fill = "x".repeat(256 - kept);
      bodies.add("{\"detail\":[{\"loc\":[\"" + fill + KEY + "\"],\"msg\":\"bad\"}]}");
      bodies.add(" ".repeat(WireResponse.LARGEST_ERROR - kept) + KEY + " is wrong");
    }
    try (ModelServer server = ModelServer.http()) {
      for (String body : bodies) {
        server.answer(Answer.raw(422, body));
        assertThat(failure(server).serverMessage()).contains("***").doesNotContain("sk-");
      }
    }
  }

  /** Covers the names of model, answer and reason that a server chooses. */
  @Test
  void theKeyIsMaskedInNames() throws Exception {
    List<String> names = new ArrayList<>(List.of(KEY, "a " + KEY.toUpperCase(Locale.ROOT) + "!"));
    names.add("sk-\u200bcanary-4711");
    names.add("x".repeat(100) + KEY + "y".repeat(100));
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server, KEY)) {
      for (String name : names) {
        String word = TextNode.valueOf(name).toString();
        server.answer(
            Answer.raw(
                200,
                "{\"id\":%1$s,\"model\":%1$s,\"choices\":[{\"finish_reason\":%1$s,\"message\":{\"content\":\"a\"}}]}"
                    .formatted(word)));
        ModelReply reply = client.call(Calls.request("Hello"));
        assertThat(List.of(reply.id(), reply.model(), reply.finishReason()))
            .allSatisfy(
                shown ->
                    assertThat(shown)
                        .contains("***")
                        .doesNotContainIgnoringCase("sk-")
                        .doesNotContainIgnoringCase("canary"));
      }
    }
  }

  @Test
  void theModelThatWasAskedIsNoSecret() throws Exception {
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server, "tiny")) {
      server.answer(Answer.text("a"));
      assertThat(client.call(Calls.request("Hello")).model()).isEqualTo("tiny");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "x, 'xx: the key x is wrong, max', 'xx: the key *** is wrong, max'",
    "none, 'none of nonesuch', '*** of nonesuch'",
    ", 'all of it', 'all of it'",
  })
  void aShortKeyIsMaskedAsAWord(String key, String text, String masked) {
    assertThat(new Secrets(key).masked(text)).isEqualTo(masked);
  }

  @Test
  void longerPartsOfAHeaderAreMaskedAlone() {
    Secrets secrets = new Secrets(null);
    secrets.addHeader("HMAC id=7 SECRETsignature9876");
    secrets.addHeader("Digest user=\"me\", response=\"0123456789abcdef\"");
    secrets.addHeader("Basic dTpw");
    assertThat(secrets.masked("HMAC of 7: SECRETsignature9876 is no Digest 0123456789abcdef"))
        .isEqualTo("HMAC of 7: *** is no Digest ***");
    assertThat(secrets.masked("Basic: dTpw")).isEqualTo("Basic: ***");
  }

  @Test
  void aSecretOfTheQueryIsMaskedInBothForms() throws Exception {
    Endpoint endpoint =
        Endpoints.of(
            new ProviderSettings(
                "local",
                "http://127.0.0.1:1/v1",
                null,
                Map.of(),
                "sig=ab%2Fcd%3Def&api-version=2024-10-21",
                null,
                null,
                null,
                null,
                name -> null));
    assertThat(Secrets.of(endpoint).masked("ab%2Fcd%3Def, ab/cd=ef, 2024-10-21"))
        .isEqualTo("***, ***, 2024-10-21");
    Secrets given = new Secrets(null);
    given.addParameter("Signature", "ab/cd=ef");
    assertThat(given.masked("ab%2Fcd%3Def, ab/cd=ef")).isEqualTo("***, ***");
  }

  /** Cuts the text at any position: no part of the key is left before the cut. */
  @Test
  void itIsCutAndCleaned() {
    for (int before = 2_020; before < 2_060; before += 7) {
      try (ModelServer server = ModelServer.http()) {
        server.answer(Answer.raw(400, error("é".repeat(before / 2) + KEY + "z".repeat(9_000))));
        String message = failure(server).serverMessage();
        assertThat(message).doesNotContain("sk-", "canary");
        assertThat(message.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2_048);
      }
    }
    try (ModelServer server = ModelServer.http()) {
      server.answer(Answer.raw(400, error("a\r\n+ fake\u001b]0;T\u0007\u202e\u2028b")));
      assertThat(failure(server).serverMessage()).isEqualTo("a  + fake?]0;T?? b");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | {\"error\":{\"code\":\"content_filter\",\"innererror\":{\"code\":\"ResponsibleAIPolicyViolation\"}}} | its filter refused the prompt (400, content_filter, ResponsibleAIPolicyViolation)",
        "400 | {\"object\":\"error\",\"message\":\"This model's maximum context length is 4096 tokens.\",\"type\":\"BadRequestError\",\"code\":400} | the prompt is too long for model tiny (400, BadRequestError)",
        "400 | [{\"error\":{\"code\":400,\"message\":\"API key not valid.\",\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}] | refused the API key (400, INVALID_ARGUMENT, API_KEY_INVALID). Check stepwright.providers.local.api-key.",
        "422 | {\"detail\":[{\"loc\":[\"body\",\"x\"],\"msg\":\"extra\"}]} | The server's own"
            + " message is in serverMessage().",
        "400 | {\"error\":{\"code\":\"my_password_is_hunter2\"}} | does not accept the request (400, other)",
        "200 | {\"error\":{\"code\":\"insufficient_quota\"}} | the quota is spent",
        "200 | {\"object\":\"error\",\"message\":\"busy\",\"type\":\"InternalServerError\",\"code\":503} | failed (503, InternalServerError)",
        "200 | {\"code\":1302,\"msg\":\"busy\",\"success\":false} | broke off its answer with an error (200, other)",
        "200 | {\"detail\":[{\"msg\":\"busy\"}],\"choices\":[]} | broke off its answer with an error (200)",
        "200 | {\"choices\":[{\"error\":{\"code\":502},\"message\":{\"content\":\"Half\"},\"finish_reason\":\"error\"}]} | failed (502)",
        "200 | {\"choices\":[{\"message\":{\"content\":\"Half\"},\"finish_reason\":\"abort\"}]} | broke off its answer with an error (200)",
      })
  void whatItIsAboutIsTold(int status, String body, String part) {
    try (ModelServer server = ModelServer.http()) {
      server.answer(Answer.raw(status, body));
      assertThat(failure(server)).hasMessageContaining(part).hasMessageNotContaining("hunter2");
    }
  }

  /** Records log messages, prefixed with the name of the logger. */
  private static final class Recording extends Handler {

    private final List<String> lines;

    Recording(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public synchronized void publish(LogRecord record) {
      lines.add(record.getLoggerName() + " " + record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
