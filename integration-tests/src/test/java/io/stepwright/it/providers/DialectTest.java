package io.stepwright.it.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelCallException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An agent asks servers of every dialect, configured as the documentation says. */
@Timeout(120)
class DialectTest {

  static List<Dialect> dialects() {
    return Dialects.all();
  }

  static Stream<Arguments> troubles() {
    return Dialects.all().stream()
        .flatMap(
            dialect ->
                dialect.troubles.keySet().stream().map(trouble -> Arguments.of(dialect, trouble)));
  }

  private static AgentRuntime runtime(Dialect dialect, String baseUrl, String spareUrl) {
    String prefix = "stepwright.providers." + dialect.provider + ".";
    AgentRuntime.Builder builder =
        AgentRuntime.builder()
            .configuration(prefix + "base-url", baseUrl)
            .configuration("stepwright.models.first", dialect.provider + "/model-1")
            .configuration("stepwright.models.spare", "backup/model-2")
            .configuration("stepwright.providers.backup.base-url", spareUrl);
    dialect.settings.forEach((key, value) -> builder.configuration(prefix + key, value));
    return builder.build();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void aTypedStepIsAnsweredByOneRequest(Dialect dialect) {
    try (DialectServer server = new DialectServer(dialect);
        AgentRuntime runtime = runtime(dialect, server.baseUrl(), "http://127.0.0.1:1")) {
      Reviewer.Rated rated = new WiredReviewer(runtime).rate("Good!");
      assertThat(rated.mood()).isEqualTo(Reviewer.Mood.GLAD);
      assertThat(server.count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void aTextIsTheTextAlone(Dialect dialect) {
    try (DialectServer server = new DialectServer(dialect);
        AgentRuntime runtime = runtime(dialect, server.baseUrl(), "http://127.0.0.1:1")) {
      assertThat(new WiredReviewer(runtime).summarise("Good!")).isEqualTo(DialectServer.TEXT);
      assertThat(server.count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void aFailureIsToldWithItsRemedy(Dialect dialect, Trouble trouble) {
    try (DialectServer server = new DialectServer(dialect);
        AgentRuntime runtime = runtime(dialect, server.baseUrl(), "http://127.0.0.1:1")) {
      AgentException failure =
          catchThrowableOfType(
              AgentException.class,
              () -> new WiredReviewer(runtime).summarise("Bad. " + trouble.trigger()));
      assertThat(failure).message().containsPattern(trouble.message());
      assertThat(server.count()).isEqualTo(trouble.requests());
      StringWriter shown = new StringWriter();
      failure.printStackTrace(new PrintWriter(shown, true));
      if (failure instanceof ModelCallException call) {
        shown.append(String.valueOf(call.serverMessage()));
      }
      assertThat(shown.toString()).doesNotContain("canary-key", "canary-gateway");
    }
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void theFallbackIsAsked(Dialect dialect, Trouble trouble) {
    try (DialectServer server = new DialectServer(dialect);
        ModelServer spare = ModelServer.http();
        AgentRuntime runtime = runtime(dialect, server.baseUrl(), spare.baseUrl())) {
      Reviewer.Safe safe = new WiredReviewer(runtime).rateSafely("Bad. " + trouble.trigger());
      assertThat(safe.mood()).isEqualTo(Reviewer.Mood.GLAD);
      assertThat(server.count()).isEqualTo(1);
      assertThat(spare.count()).isEqualTo(1);
      assertThat(spare.requests().get(0).json().path("model").asText()).isEqualTo("model-2");
    }
  }
}
