package io.stepwright.it.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.report.StepReport;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps called as methods, and agents called by steps. */
@Timeout(60)
class DirectCallTest {

  @Test
  void aStepCallsAnotherAgentAndAStepOfItsOwn() {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Runtimes.of(server)) {
      Nesting nesting = new WiredNesting(runtime, new WiredShop(runtime));
      AgentResult<String> result = nesting.run(new Shop.Order("dear", 10_000));
      assertThat(result.value()).isEqualTo("An answer.An answer.");
      assertThat(server.requests())
          .extracting(Received::prompt)
          .containsExactly("Shout 5 % off", "Shout again");
      assertThat(result.report().steps())
          .extracting(StepReport::name, StepReport::direct, StepReport::number)
          .containsExactlyInAnyOrder(
              tuple("voucher", false, 0),
              tuple("twice", false, 0),
              tuple("shout", true, 1),
              tuple("shout", true, 2));
    }
  }

  @Test
  void aStepCalledFromOutsideRunsOnce() {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Runtimes.of(server)) {
      Nesting nesting = new WiredNesting(runtime, new WiredShop(runtime));
      assertThat(nesting.shout("hello")).isEqualTo("An answer.");
      assertThat(server.requests()).extracting(Received::prompt).containsExactly("Shout hello");
    }
  }

  @Test
  void aConstructorMustNotCallAStep() {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Runtimes.of(server)) {
      assertThatThrownBy(() -> new WiredEager(runtime))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("'greet'", "Eager", "constructor", "after construction");
      assertThat(server.count()).isZero();
      assertThatThrownBy(() -> new WiredHasty(runtime))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("'length'", "Hasty", "constructor", "after construction");
    }
  }
}
