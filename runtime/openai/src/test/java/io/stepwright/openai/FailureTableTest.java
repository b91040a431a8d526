package io.stepwright.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.wiring.StepInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every way in which a server can fail: what is asked again is counted at the server. */
@Timeout(120)
class FailureTableTest {

  static final List<FailureRow> ROWS = FailureRow.ALL;

  private static StepInfo step(FailureRow row) {
    boolean silent = row.what().startsWith("nothing");
    return Agents.COUNT.attemptWithin(silent ? Duration.ofMillis(150) : Duration.ofSeconds(50));
  }

  @ParameterizedTest
  @FieldSource("ROWS")
  void aFailureIsTriedAgainAsTheTableSays(FailureRow row) {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Agents.runtime(server)) {
      server.answer(row.answer());
      Throwable thrown = catchThrowable(() -> Agents.ask(runtime, step(row), Agents.NUMBER));
      assertThat(thrown).isExactlyInstanceOf(row.exception());
      assertThat(server.count()).isEqualTo(row.again().requests);
      if (thrown instanceof ModelCallException call) {
        assertThat(call.attempts()).isEqualTo(row.again().requests);
        assertThat(call.status()).isEqualTo(row.status());
      }
      assertThat(thrown).hasMessageStartingWith("Step 'count' of agent Counter got ");
    }
  }

  @ParameterizedTest
  @FieldSource("ROWS")
  void anotherModelIsAskedAsTheTableSays(FailureRow row) {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Agents.runtime(server)) {
      server.answer(
          request ->
              request.json().path("model").asText().equals("other")
                  ? Answer.text("{\"value\":5}")
                  : row.answer());
      Throwable thrown =
          catchThrowable(
              () ->
                  assertThat(Agents.ask(runtime, step(row), Agents.NUMBER.fallback("local/other")))
                      .isEqualTo(5));
      assertThat(server.count()).isEqualTo(row.again().requests + (row.fallback() ? 1 : 0));
      if (row.fallback()) {
        assertThat(thrown).isNull();
      } else {
        assertThat(thrown).isExactlyInstanceOf(row.exception());
      }
    }
  }

  /** Run with {@code -DupdateDocs=true} to write the page. */
  @Test
  void thePageSaysTheSame() throws IOException {
    Path page = Path.of("..", "..", "docs", "failures.md");
    if (Boolean.getBoolean("updateDocs")) {
      Files.writeString(page, page());
    }
    assertThat(page).content().isEqualTo(page());
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Failures of model calls

            What happens when a model's server does not do what it should. A test makes a server do each of these and counts the requests; this page is written by it.

            | the server sends | asked again | fallback model asked | exception | `status()` |
            | --- | --- | --- | --- | --- |
            """);
    for (FailureRow row : ROWS) {
      page.append(
          "| %s | %s | %s | `%s` | %s |%n"
              .replace("%n", "\n")
              .formatted(
                  row.what(),
                  row.again().word,
                  row.fallback() ? "yes" : "no",
                  row.exception().getSimpleName(),
                  row.exception() == ModelCallException.class ? row.status() : ""));
    }
    return page.append(
            """

            "Asked again" means three requests at most, or as many as `@Retry` says, with growing waits and within the [retry budget](runs.md#asking-again). A server that cannot be reached at
            all is treated like a connection that breaks. A step with `@SideEffect` is never asked again.
            """)
        .toString();
  }
}
