package io.stepwright.it.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.stepwright.it.support.Immediately;
import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.report.AttemptReport;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelOutputException;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The report has the usage that the server counts. */
@Timeout(60)
class UsageTest {

  private final ModelServer server = ModelServer.http();
  private final AtomicLong in = new AtomicLong();
  private final AtomicLong out = new AtomicLong();
  private final List<RunEvent.Attempted> attempts = new CopyOnWriteArrayList<>();
  private final AgentRuntime runtime =
      Runtimes.builder(server.baseUrl())
          .configuration("stepwright.models.writer", "openai/writer-3")
          .listener(onAttempt())
          .build();
  private final Digest digest = new WiredDigest(runtime);

  private RunListener onAttempt() {
    return Immediately.tell(
        event -> {
          if (event instanceof RunEvent.Attempted attempt) {
            attempts.add(attempt);
          }
        });
  }

  @AfterEach
  void close() {
    runtime.close();
    server.close();
  }

  /** Returns a different usage for every request. */
  private Completion billed(Received request) {
    long number = in.addAndGet(1_000) / 1_000;
    in.addAndGet(number);
    out.addAndGet(10 * number);
    return Completion.of(request).usage(1_000 + number, 10 * number);
  }

  @Test
  void tokensAddUpToTheServers() {
    server.answer(Answer.chat(this::billed));
    RunReport report = digest.digest("text").report();
    assertThat(server.count()).isEqualTo(3);
    assertThat(in).hasValue(3_006);
    assertThat(report.inputTokens()).isEqualTo(in.get());
    assertThat(report.outputTokens()).isEqualTo(out.get()).isEqualTo(60);
    assertThat(report.toString()).contains("tokens 3006 in, 60 out");
  }

  @Test
  void everyStepTellsItsModelsAndAttempts() {
    server.answer(Answer.chat(this::billed));
    List<StepReport> steps = digest.digest("text").report().steps();
    assertThat(steps)
        .extracting(StepReport::name, StepReport::direct, StepReport::model)
        .containsExactlyInAnyOrder(
            tuple("title", false, "alias:writer"),
            tuple("score", false, "tiny"),
            tuple("again", false, null),
            tuple("title", true, "alias:writer"));
    for (StepReport step : steps) {
      if (step.model() == null) {
        assertThat(step.attempts()).isEmpty();
        assertThat(step.answeringModel()).isNull();
        continue;
      }
      String answering = step.model().equals("alias:writer") ? "writer-3" : "tiny";
      assertThat(step.answeringModel()).isEqualTo(answering);
      assertThat(step.attempts())
          .extracting(
              AttemptReport::number,
              AttemptReport::provider,
              AttemptReport::answeredBy,
              AttemptReport::failure)
          .containsExactly(tuple(1, "openai", answering, null));
      assertThat(step.inputTokens()).isBetween(1_001L, 1_003L);
      assertThat(step.attempts().get(0).duration())
          .isPositive()
          .isLessThanOrEqualTo(step.duration());
    }
  }

  @Test
  void serversThatDoNotCountAddNothing() {
    server.answer(Answer.chat(request -> Completion.of(request).without("usage")));
    RunReport report = digest.digest("text").report();
    assertThat(report.inputTokens()).isZero();
    assertThat(report.outputTokens()).isZero();
  }

  @Test
  void anAnswerThatCannotBeUsedWasPaidForToo() {
    server.answer(Answer.chat(request -> billed(request).text("no JSON").usage(70, 7)));
    assertThat(catchThrowable(() -> digest.digest("text")))
        .isInstanceOf(ModelOutputException.class);
    assertThat(attempts)
        .filteredOn(attempt -> attempt.step().name().equals("score"))
        // One repair was requested.
        .hasSize(2)
        .allSatisfy(
            attempt -> {
              assertThat(attempt.failure()).isNotNull();
              assertThat(attempt.inputTokens()).isEqualTo(70);
              assertThat(attempt.outputTokens()).isEqualTo(7);
            });
  }
}
