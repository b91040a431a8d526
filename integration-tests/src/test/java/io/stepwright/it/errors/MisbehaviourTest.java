package io.stepwright.it.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.runtime.ModelOutputException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class MisbehaviourTest {

  @ParameterizedTest
  @EnumSource
  void isTypedExplainedAndAskedNoMoreThanItMay(Misbehaviour misbehaviour) {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Runtimes.of(server)) {
      Sorter sorter = new WiredSorter(runtime);
      server.answer(misbehaviour.answer);
      AgentException failure =
          catchThrowableOfType(AgentException.class, () -> sorter.sort("It crashes."));
      assertThat(failure).isExactlyInstanceOf(misbehaviour.exception);
      assertThat(failure.agent()).isEqualTo("Sorter");
      assertThat(failure.step()).isEqualTo("verdict");
      assertThat(failure)
          .hasMessageStartingWith("Step 'verdict' of agent Sorter ")
          .hasMessageContaining("model openai/tiny")
          .hasMessageContainingAll(misbehaviour.said.toArray(new String[0]));
      if (failure instanceof ModelCallException call) {
        assertThat(call.status()).isEqualTo(misbehaviour.status);
        assertThat(call.retryable()).isEqualTo(misbehaviour.retryable);
        assertThat(call.attempts()).isEqualTo(misbehaviour.requests);
        assertThat(call).hasMessageContaining("127.0.0.1:" + server.port());
      } else if (failure instanceof ModelOutputException output) {
        assertThat(output.rawText()).isEqualTo(misbehaviour.rawText);
      }
      assertThat(server.count()).isEqualTo(misbehaviour.requests);
      // The runtime still works.
      server.answer(io.stepwright.openai.testing.Answer.chat());
      assertThat(sorter.sort("It crashes.").value().kind()).isEqualTo(Sorter.Kind.BUG);
    }
  }
}
