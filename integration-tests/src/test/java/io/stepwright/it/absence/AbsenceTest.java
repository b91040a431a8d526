package io.stepwright.it.absence;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.support.Background;
import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AbsenceTest {

  private static final Duration PROMISED = Duration.ofMillis(250);

  private final ModelServer server = ModelServer.http();
  private final AgentRuntime runtime = Runtimes.of(server);
  private final CountDownLatch go = new CountDownLatch(1);
  private final CountDownLatch logged = new CountDownLatch(1);
  private final Refund refund = new WiredRefund(runtime, go, logged);

  @AfterEach
  void close() {
    logged.countDown();
    runtime.close();
    server.close();
  }

  @Test
  void aPresentValueGoesOn() {
    go.countDown();
    AgentResult<String> result = refund.answer("refund me");
    assertThat(result.value()).isEqualTo("We paid 10 EUR to An answer.");
    assertThat(states(result.report()).values()).containsOnly(StepState.FINISHED);
    assertThat(refund.pay("refund me").value()).contains("10 EUR to An answer.");
  }

  /** The held model call is an input of a step that is absent already, so nothing waits for it. */
  @Test
  void anAbsentInputEndsTheWaitForTheOthersDownToTheWire() throws Exception {
    server.answer(Answer.chat().heldBy(new Gate()));
    Background<AgentResult<String>> run = Background.call(() -> refund.answer("hello"));
    Received account = server.awaitCount(1);
    long decided = System.nanoTime();
    go.countDown();
    long aborted = account.awaitAborted(Duration.ofSeconds(20));
    assertThat(Duration.ofNanos(aborted - decided)).isLessThanOrEqualTo(PROMISED);
    assertThat(run.result().value()).isEqualTo("Thank you.");
    assertThat(states(run.result().report()))
        .containsEntry("claim", StepState.ABSENT)
        .containsEntry("account", StepState.NOT_NEEDED)
        .containsEntry("payment", StepState.SKIPPED)
        .containsEntry("reply", StepState.FINISHED);
    server.awaitInFlight(0);
  }

  @Test
  void anAbsentResultDoesNotWaitEither() throws Exception {
    server.answer(Answer.chat().heldBy(new Gate()));
    Background<AgentResult<Optional<String>>> run = Background.call(() -> refund.pay("hello"));
    Received account = server.awaitCount(1);
    go.countDown();
    account.awaitAborted(Duration.ofSeconds(20));
    assertThat(run.result().value()).isEmpty();
  }

  @Test
  void aSideEffectIsWaitedFor() throws Exception {
    server.answer(Answer.chat().heldBy(new Gate()));
    Background<AgentResult<String>> run = Background.call(() -> refund.answerAndLog("hello"));
    Received account = server.awaitCount(1);
    go.countDown();
    // Steps that the result does not need are stopped, although the run has not ended yet.
    account.awaitAborted(Duration.ofSeconds(20));
    assertThat(run.ended()).isFalse();
    logged.countDown();
    assertThat(states(run.result().report())).containsEntry("log", StepState.FINISHED);
  }

  private static Map<String, StepState> states(RunReport report) {
    return report.steps().stream().collect(Collectors.toMap(StepReport::name, StepReport::state));
  }
}
