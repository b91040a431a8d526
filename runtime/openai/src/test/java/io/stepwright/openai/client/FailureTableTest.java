package io.stepwright.openai.client;

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

/** All kinds of failures of a server; repeated requests are counted at the server. */
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

  /** Writes the page if run with {@code -DupdateDocs=true}. */
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
            all is treated like a connection that breaks. A step with `@SideEffect` is never asked again; one whose [tools](tools.md) have side effects is.

            - **What the server says** about an error is in `ModelCallException.serverMessage()`: at most 2 KB, on one line, the API key masked. It may quote the prompt, so it is in no message, log or report, but for
              the debug lines of the logger `io.stepwright.server`. Messages have the server's `code` and `type` if they are words that servers are known to use, else `other`.
            - **Why it stopped.** `finish_reason` is read whatever its case. A word that none of the known servers uses is no failure: the value is returned, but not remembered by the cache, and the report says
              `stopped by` that word.
              A word in `native_finish_reason`, `stop_reason`, `finish_details`, `incomplete_details` or `status` that says that the answer is cut or failed counts as well, in the choice, in the message and beside the choices, and
              so does an `error` or `errors` that says something. Without any of these an answer is whole.
            - **What is read.** An answer may have 4 MiB, decompressed, and at most two content codings; after it, only white space may follow; of an error the first 64 KiB count. Of several choices the first counts, of fields of one name the last; a field of another type than expected is
              as one that is missing. Numbers of tokens count from 0 to 10⁹. Names that the server chooses (model, id, words) are cut at 128 characters, without control characters.
            - **What surrounds the answer.** Thoughts that a model writes first (`<think>…</think>`, `<thinking>…</thinking>` or `<thought>…</thought>`, all before such a closing tag without an opening one if the answer begins on a new line or directly behind it, or all channels but `final` where `<|channel|>` begins the text) are cut; thoughts alone are an answer of the wrong shape. Of JSON one fence around all of it and a byte order
              mark are cut, too, if what is left is JSON. A content of several parts is the text of its text parts; where a part of an unknown type holds a text, the report says
              `stopped by unknown content part`.
            - **Tools.** Of a step with [tools](tools.md), each turn is a request with these rules, and the tools that have run do not run again: not if a turn is repeated, and not for a fallback model, which goes on with the conversation so far. An answer that is cut calls nothing. What happens when a tool itself fails is [a table of its own](tools.md#errors-and-what-the-model-is-told).
            - **What this process lacks**, such as file descriptors, local ports, threads, or room for answers under way (a sixteenth of the heap for all of them together, at least 4 MiB), is a `ModelCallException`
              without a status that says so. It is asked again after half a second or more, no fallback model is asked, and reports and metrics count it as `resources`, not as the server's failure.
            """)
        .toString();
  }
}
