package io.stepwright.it.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.TextNode;
import io.stepwright.it.support.Immediately;
import io.stepwright.it.support.Runtimes;
import io.stepwright.it.support.Seen;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plants a key, a prompt and an answer, and searches for them in all visible output. */
@Timeout(60)
class CanaryTest {

  private static final String PROMPT = "canary prompt 0815";

  /**
   * Checks that the search finds planted texts, since otherwise the other tests would prove
   * nothing.
   */
  @Test
  void theTrapWorks() {
    try (Seen seen = new Seen()) {
      System.getLogger("any").log(System.Logger.Level.DEBUG, "logged");
      System.err.println("printed");
      RuntimeException failure = new RuntimeException("outer", new RuntimeException("inner"));
      failure.addSuppressed(new RuntimeException("suppressed"));
      seen.add(failure);
      assertThat(seen.text()).contains("logged", "printed", "outer", "inner", "suppressed");
    }
  }

  @Test
  void nothingOfAFailureLeaks() {
    List<Function<Received, Answer>> answers = new ArrayList<>(echoes());
    for (Misbehaviour misbehaviour : Misbehaviour.values()) {
      answers.add(request -> misbehaviour.answer);
    }
    try (Seen seen = new Seen();
        ModelServer server = ModelServer.http();
        AgentRuntime runtime = runtime(server, seen)) {
      Sorter sorter = new WiredSorter(runtime);
      for (Function<Received, Answer> answer : answers) {
        server.answer(answer);
        Throwable failure = catchThrowable(() -> sorter.sort(PROMPT));
        assertThat(failure).isNotNull();
        seen.add(failure);
      }
      seen.add((Object) sorter);
      seen.add((Object) runtime);
      assertThat(server.requests())
          .hasSizeGreaterThan(answers.size())
          .allMatch(request -> request.body().contains(PROMPT))
          .allMatch(r -> ("Bearer " + Runtimes.KEY).equals(r.header("authorization")));
      assertThat(seen.text()).contains("Caused by", "Attempted[");
      assertThat(seen.text()).doesNotContain(Runtimes.KEY, PROMPT);
    }
  }

  @Test
  void nothingOfASuccessLeaks() {
    try (Seen seen = new Seen();
        ModelServer server = ModelServer.http();
        AgentRuntime runtime = runtime(server, seen)) {
      AgentResult<Sorter.Sorted> result = new WiredSorter(runtime).sort(PROMPT);
      assertThat(result.value().kind()).isEqualTo(Sorter.Kind.BUG);
      seen.add(result);
      seen.add(result.report());
      seen.add((Object) result.report().toText());
      result.report().steps().forEach(step -> seen.add((Object) step));
      assertThat(server.count()).isEqualTo(1);
      assertThat(seen.text()).contains("verdict", "Finished[");
      assertThat(seen.text()).doesNotContain(Runtimes.KEY, PROMPT, "Sorted[");
    }
  }

  private static AgentRuntime runtime(ModelServer server, Seen seen) {
    return Runtimes.builder(server.baseUrl())
        .listener(Immediately.tell(event -> seen.add((Object) event)))
        .build();
  }

  /** Servers that send back the request. */
  private static List<Function<Received, Answer>> echoes() {
    return List.of(
        request ->
            Answer.raw(400, "{\"error\":{\"message\":%1$s,\"code\":%1$s}}".formatted(all(request))),
        request ->
            Answer.raw(401, "{\"error\":{\"message\":%1$s,\"type\":%1$s}}".formatted(all(request))),
        request ->
            Answer.raw(429, "{\"detail\":%s}".formatted(all(request)))
                .header("Retry-After", PROMPT),
        request -> Answer.raw(500, Runtimes.KEY + PROMPT),
        request -> Answer.raw(200, Runtimes.KEY + PROMPT),
        request -> Answer.raw(200, "{\"choices\":%s}".formatted(all(request))),
        request -> Answer.text(Runtimes.KEY + PROMPT),
        request -> Answer.text("{\"kind\": %s, \"urgency\": 1}".formatted(all(request))),
        request -> Answer.text("{%1$s: 1, %1$s: 2}".formatted(all(request))));
  }

  private static TextNode all(Received request) {
    return TextNode.valueOf(request.header("authorization") + " " + request.body());
  }
}
