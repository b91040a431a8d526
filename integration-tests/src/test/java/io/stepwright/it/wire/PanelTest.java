package io.stepwright.it.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.it.support.Background;
import io.stepwright.it.support.Runtimes;
import io.stepwright.it.support.Waiting;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.runtime.RunCancelledException;
import io.stepwright.runtime.RunTimeoutException;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.runtime.StepTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PanelTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ModelServer server = ModelServer.http();
  private final AgentRuntime runtime = Runtimes.of(server);
  private final Panel panel = new WiredPanel(runtime, new WiredResearch(runtime));

  @AfterEach
  void close() {
    runtime.close();
    server.close();
  }

  @Test
  void cancelReachesTheRequestsOfANestedAgent() throws Exception {
    server.answer(Answer.chat().heldBy(new Gate()));
    CompletableFuture<Research.Found> future = panel.outer("topic");
    server.awaitInFlight(2);
    future.cancel(true);
    for (Received request : server.requests()) {
      request.awaitAborted(PATIENCE);
    }
    server.awaitInFlight(0);
    assertThat(server.count()).isEqualTo(2);
  }

  @Test
  void aNestedAgentInheritsTheDeadline() throws Exception {
    server.answer(Answer.chat().heldBy(new Gate()));
    assertThatThrownBy(() -> panel.outerSoon("topic"))
        .isInstanceOf(RunTimeoutException.class)
        .hasMessageContainingAll("Panel.outerSoon", "'nested' for");
    server.awaitInFlight(0);
    assertThat(server.requests()).hasSize(2).allMatch(Received::aborted);
  }

  @Test
  void theSecondFailureIsSuppressedByTheFirst() {
    StepFailedException failure =
        catchThrowableOfType(StepFailedException.class, () -> panel.both(1));
    String first = failure.step();
    String second = first.equals("one") ? "two" : "one";
    assertThat(failure).hasRootCauseMessage(first);
    // The other step may have been stopped before its own failure.
    for (Throwable later : failure.getSuppressed()) {
      assertThat(later).hasMessageContaining("'" + second + "'").hasRootCauseMessage(second);
    }
    assertThat(failure.getSuppressed()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aFailedModelStepInterruptsCode() throws Exception {
    server.answer(Answer.error(400, "x", "x"));
    assertThatThrownBy(() -> panel.mixed(true))
        .isInstanceOfSatisfying(
            ModelCallException.class, failure -> assertThat(failure.step()).isEqualTo("asked"));
    Waiting.on(panel.interrupted());
  }

  @Test
  void theLimitOfAStepAbortsItsRequest() throws Exception {
    server.answer(Answer.chat().stallingAfter(10));
    assertThatThrownBy(() -> panel.limit('x'))
        .isInstanceOf(StepTimeoutException.class)
        .hasMessageContainingAll("'limited'", "Panel", "400 ms", "@Timeout");
    server.awaitInFlight(0);
    assertThat(server.requests()).hasSize(1).allMatch(Received::aborted);
  }

  @Test
  void theLimitOfAStepHoldsForADirectCall() throws Exception {
    server.answer(Answer.chat().heldBy(new Gate()));
    assertThatThrownBy(() -> panel.limited('x')).isInstanceOf(StepTimeoutException.class);
    server.awaitInFlight(0);
    assertThat(server.requests()).hasSize(1).allMatch(Received::aborted);
  }

  @Test
  void anInterruptAbortsADirectCall() throws Exception {
    server.answer(Answer.chat().heldBy(new Gate()));
    Background<?> run =
        Background.call(
            () -> {
              assertThatThrownBy(() -> new WiredInquiry(runtime).ask("x"))
                  .isInstanceOf(RunCancelledException.class)
                  .hasMessageContaining("interrupted");
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
              return true;
            });
    Received request = server.awaitCount(1);
    run.interrupt();
    request.awaitAborted(PATIENCE);
    assertThat(run.result()).isEqualTo(true);
  }
}
