package io.stepwright.it.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepwright.it.checks.Bookkeeper.Invoice;
import io.stepwright.it.checks.Bookkeeper.Line;
import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.report.StepState;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ItemResult;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.runtime.ModelOutputException;
import io.stepwright.spi.AttemptReason;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Refused results: the texts that the server receives, and the texts that callers must not see. */
@Timeout(60)
class BookkeeperTest {

  private final ModelServer server = ModelServer.http();
  private final AgentRuntime runtime = Runtimes.of(server);
  private final Bookkeeper bookkeeper = new WiredBookkeeper(runtime);

  @AfterEach
  void close() {
    runtime.close();
    server.close();
  }

  private static Answer invoice(int cents, int total) {
    String json = "{\"lines\":[{\"text\":\"tea\",\"cents\":%d}],\"total\":%d}";
    return Answer.chat(
        request -> Completion.of(request).text(json.formatted(cents, total)).usage(10, 2));
  }

  @Test
  void theServerSeesItsAnswerAndWhatIsWrongWithIt() {
    server.next(invoice(-3, 3), invoice(3, 4), invoice(3, 3));
    AgentResult<Invoice> result = bookkeeper.read("a bill");
    assertThat(result.value()).isEqualTo(new Invoice(List.of(new Line("tea", 3)), 3));
    assertThat(server.count()).isEqualTo(3);
    JsonNode first = server.requests().get(0).json().path("messages");
    JsonNode second = server.requests().get(1).json().path("messages");
    JsonNode third = server.requests().get(2).json().path("messages");
    assertThat(first).hasSize(1);
    assertThat(second).hasSize(3);
    assertThat(second.get(0)).isEqualTo(first.get(0));
    assertThat(second.get(1).path("content").asText()).contains("\"cents\":-3");
    assertThat(second.get(2).path("content").asText())
        .contains("$.lines[0] is not accepted: an amount is never negative");
    // Contains only the last answer, since that one was made with the complaint about the one
    // before.
    assertThat(third).hasSize(3);
    assertThat(third.get(2).path("content").asText()).contains("the lines of 'a bill' make 3");
    assertThat(result.report().steps().get(0).attempts())
        .extracting(attempt -> attempt.reason())
        .containsExactly(AttemptReason.FIRST, AttemptReason.REPAIR, AttemptReason.REPAIR);
    assertThat(result.report().inputTokens()).isEqualTo(30);
    assertThat(result.report().toText()).doesNotContain("never negative", "a bill");
  }

  @Test
  void itemsThatAreRefusedToTheEndLeaveTheOthersAlone() {
    server.next(invoice(1, 1), invoice(1, 2), invoice(1, 2), invoice(1, 2));
    server.next(Answer.error(400, "invalid", "x"), invoice(5, 5));
    AgentResult<List<ItemResult<Invoice>>> result = bookkeeper.readAll(List.of("a", "b", "c", "d"));
    List<ItemResult<Invoice>> invoices = result.value();
    assertThat(invoices)
        .extracting(ItemResult::isFailure)
        .containsExactly(false, true, true, false);
    ModelOutputException refused =
        catchThrowableOfType(ModelOutputException.class, () -> invoices.get(1).orElseThrow());
    assertThat(refused.refusal()).isEqualTo("the lines of 'b' make 1");
    assertThat(refused).hasMessageNotContaining("make 1");
    assertThat(invoices.get(2).failure().orElseThrow()).isInstanceOf(ModelCallException.class);
    assertThat(server.count()).isEqualTo(6);
    assertThat(result.report().failure()).isNull();
    assertThat(result.report().steps())
        .filteredOn(step -> step.state() == StepState.FAILED)
        .extracting(step -> step.label())
        .containsExactly("invoices[1]", "invoices[2]");
  }
}
