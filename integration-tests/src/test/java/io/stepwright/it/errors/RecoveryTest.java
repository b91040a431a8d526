package io.stepwright.it.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.report.StepReport;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that misbehaves at first and then recovers. */
@Timeout(60)
class RecoveryTest {

  private final ModelServer server = ModelServer.http();
  private final AgentRuntime runtime = Runtimes.of(server);
  private final Sorter sorter = new WiredSorter(runtime);

  @AfterEach
  void close() {
    runtime.close();
    server.close();
  }

  @Test
  void aPassingFailureIsTriedAgainUnchanged() {
    server.next(Answer.error(503, "overloaded", "x"), Answer.chat().dropped());
    server.answer(Answer.chat(request -> Completion.of(request).usage(5, 3)));
    AgentResult<Sorter.Sorted> result = sorter.sort("It crashes.");
    assertThat(result.value().kind()).isEqualTo(Sorter.Kind.BUG);
    assertThat(server.requests()).hasSize(3);
    assertThat(server.requests().stream().map(Received::body).distinct()).hasSize(1);
    StepReport step = result.report().steps().get(0);
    assertThat(step.attempts()).hasSize(3);
    assertThat(step.attempts().get(0).failure()).isNotNull();
    assertThat(step.attempts().get(1).failure()).isNotNull();
    assertThat(step.attempts().get(2).failure()).isNull();
    assertThat(result.report().inputTokens()).isEqualTo(5);
  }

  @Test
  void anAnswerThatDoesNotFitIsRepaired() {
    server.next(Answer.chat(r -> Completion.of(r).text("{\"kind\": \"FISH\"}").usage(10, 2)));
    server.answer(Answer.chat(request -> Completion.of(request).usage(20, 4)));
    AgentResult<Sorter.Sorted> result = sorter.sort("It crashes.");
    assertThat(result.value().kind()).isEqualTo(Sorter.Kind.BUG);
    assertThat(server.count()).isEqualTo(2);
    // The repair asks the same question, and the report has the tokens of both requests.
    JsonNode first = server.requests().get(0).json().path("messages");
    JsonNode second = server.requests().get(1).json().path("messages");
    assertThat(second.size()).isGreaterThan(first.size());
    assertThat(second.get(0)).isEqualTo(first.get(0));
    assertThat(second.get(1)).isEqualTo(first.get(1));
    assertThat(second.toString()).contains("FISH");
    assertThat(server.requests().get(1).schema()).isEqualTo(server.requests().get(0).schema());
    assertThat(result.report().inputTokens()).isEqualTo(30);
    assertThat(result.report().outputTokens()).isEqualTo(6);
  }
}
