package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.call.Backoff;
import io.stepwright.report.AttemptReport;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time on the wire that clients measure, in reports. */
@Timeout(60)
class OnWireTest {

  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "a/one");
  private static final StepInfo CODE = StepInfo.code(AGENT, "code").retry(2);

  @Test
  void bothFailuresAndAnswersTellTheirTimeOnTheWire() {
    StepReport step = ask(Duration.ofNanos(7), Duration.ofNanos(12)).steps().get(0);

    assertThat(step.attempts())
        .extracting(AttemptReport::onWire)
        .containsExactly(Duration.ofNanos(7), Duration.ofNanos(12));
    assertThat(step.onWire()).isEqualTo(Duration.ofNanos(19));
  }

  @Test
  void anAttemptThatIsNotMeasuredMakesTheSumUnknown() {
    StepReport step = ask(null, Duration.ofNanos(12)).steps().get(0);

    assertThat(step.attempts())
        .extracting(AttemptReport::onWire)
        .containsExactly(null, Duration.ofNanos(12));
    assertThat(step.onWire()).isNull();
  }

  @Test
  void aCodeStepIsNotOnTheWire() {
    try (AgentRuntime runtime = AgentRuntime.builder().build();
        Run run = runtime.wiring(AGENT, CODE).start(ENTRY.reported())) {
      StepReport step = AgentResult.of(run, run.call(CODE, one -> "value")).report().steps().get(0);

      assertThat(step.attempts()).extracting(AttemptReport::onWire).containsOnlyNulls();
      assertThat(step.onWire()).isNull();
    }
  }

  @Test
  void theTextShowsItOnlyIfMuchTimeWasSpentElsewhere() {
    assertThat(text(Duration.ofMillis(980))).endsWith("gpt-real");
    assertThat(text(Duration.ofMillis(312))).endsWith("gpt-real, 312 ms on the wire");
    assertThat(text(null)).endsWith("gpt-real");
  }

  /** The line of a step of one second. */
  private static String text(Duration onWire) {
    StepReport asked = ask(null, null).steps().get(0);
    AttemptReport last = asked.attempts().get(1);
    AttemptReport attempt =
        new AttemptReport(
            1,
            last.reason(),
            last.provider(),
            last.model(),
            last.answeredBy(),
            null,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(1),
            onWire,
            10,
            5,
            last.cost(),
            last.status(),
            null,
            null);
    RunReport report = ask(null, null);
    return lineOf(
        new RunReport(
            report.id(),
            report.agent(),
            report.entryPoint(),
            report.started(),
            report.failure(),
            Duration.ofSeconds(1),
            report.criticalPath(),
            report.criticalPathTime(),
            report.stepTime(),
            report.currency(),
            report.graph(),
            List.of(
                new StepReport(
                    "ask",
                    0,
                    false,
                    -1,
                    asked.state(),
                    null,
                    null,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    "main",
                    1,
                    true,
                    "one",
                    null,
                    List.of(attempt),
                    null,
                    List.of())),
            report.nested(),
            report.nestedCost(),
            report.agentType()));
  }

  private static String lineOf(RunReport report) {
    List<String> lines = report.toText(120, false).lines().toList();
    return lines.get(lines.size() - 1);
  }

  /** Asks a model that fails once; null is an attempt that is not measured. */
  private static RunReport ask(Duration failing, Duration answering) {
    AtomicInteger requests = new AtomicInteger();
    FakeClient client =
        new FakeClient(
            request -> {
              if (requests.incrementAndGet() == 1) {
                throw new ModelClientException("Status 500.", 500, true, null, null)
                    .onWire(nanos(failing));
              }
              return FakeClient.reply("yes").onWire(nanos(answering));
            });
    AgentRuntime.Builder builder = AgentRuntime.builder().modelClient("a", client);
    builder.parts().backoff = new Backoff(() -> 0);
    try (AgentRuntime runtime = builder.build();
        Run run = runtime.wiring(AGENT, ASK).start(ENTRY.step(ASK).reported())) {
      return AgentResult.of(run, run.call(ASK, step -> step.ask(ASK, PromptText.of("x")))).report();
    }
  }

  private static long nanos(Duration duration) {
    return duration == null ? ModelReply.UNKNOWN : TimeUnit.NANOSECONDS.convert(duration);
  }
}
