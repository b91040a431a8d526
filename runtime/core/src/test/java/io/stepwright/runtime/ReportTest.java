package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.C;
import static io.stepwright.runtime.Agents.D;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReportTest {

  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "gpt");

  @Test
  void aReportAddsUp() throws Exception {
    EntryPointInfo entry = ENTRY.step(A).step(ASK, A).step(B).step(C, B).step(D, ASK, C).reported();
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    try (AgentRuntime runtime =
        AgentRuntime.builder().modelClient("openai", FakeClient.of("canary")).build()) {
      Wiring wiring = runtime.wiring(AGENT, ASK);
      AgentResult<String> result;
      try (Run run = wiring.start(entry)) {
        Forked<String> a =
            run.fork(
                A,
                step -> {
                  in.countDown();
                  Await.latch(other);
                  Thread.sleep(30);
                  return "a";
                });
        Forked<String> ask =
            run.after(a)
                .fork(
                    ASK,
                    step -> step.ask(ModelStep.text(AGENT, "ask", "gpt"), PromptText.of("canary")));
        Forked<String> b =
            run.forkOptional(
                B,
                step -> {
                  wiring.directAction(StepInfo.code(AGENT, "helper"), direct -> {});
                  other.countDown(); // Makes the path over this step the shorter one.
                  return Optional.empty();
                });
        Forked<String> c = run.after(b).fork(C, step -> "never");
        run.perform(StepInfo.code(AGENT, "wait"), step -> Await.latch(in));
        String value = run.after(ask).settled(c).call(D, step -> ask.get());
        result = AgentResult.of(run, value);
      }
      RunReport report = result.report();
      assertThat(result.value()).isEqualTo("canary");
      assertThat(report.agent()).isEqualTo("Onboarding");
      assertThat(report.entryPoint()).isEqualTo("onboard");
      assertThat(report.steps())
          .extracting(StepReport::name)
          .containsExactlyInAnyOrder("a", "ask", "b", "c", "helper", "wait", "d");
      assertThat(step(report, "a").state()).isEqualTo(StepState.FINISHED);
      assertThat(step(report, "b").state()).isEqualTo(StepState.ABSENT);
      assertThat(step(report, "c").state()).isEqualTo(StepState.SKIPPED);
      assertThat(step(report, "c").thread()).isNull();
      assertThat(step(report, "helper").direct()).isTrue();
      assertThat(step(report, "helper").number()).isEqualTo(1);
      StepReport asked = step(report, "ask");
      assertThat(asked.model()).isEqualTo("gpt");
      assertThat(asked.answeringModel()).isEqualTo("gpt-real");
      assertThat(asked.inputTokens()).isEqualTo(7);
      assertThat(asked.outputTokens()).isEqualTo(3);
      assertThat(asked.attempts())
          .singleElement()
          .satisfies(
              attempt -> {
                assertThat(attempt.number()).isEqualTo(1);
                assertThat(attempt.provider()).isEqualTo("openai");
                assertThat(attempt.failure()).isNull();
                assertThat(attempt.duration()).isLessThanOrEqualTo(asked.duration());
              });
      assertThat(asked.start()).isGreaterThanOrEqualTo(step(report, "a").duration());
      assertThat(asked.thread()).isEqualTo("Onboarding.ask");
      assertThat(report.inputTokens()).isEqualTo(7);
      assertThat(report.criticalPath()).containsExactly("a", "ask", "d");
      assertThat(report.criticalPathTime())
          .isGreaterThanOrEqualTo(Duration.ofMillis(29))
          .isLessThanOrEqualTo(report.wallTime())
          .isLessThanOrEqualTo(report.stepTime());
      String text = report.toText(80);
      assertThat(text)
          .contains("Onboarding.onboard")
          .contains("a > ask > d")
          .contains("helper (direct 1)")
          .contains("gpt-real")
          .contains("skipped")
          .contains("absent");
      assertThat(text.lines().skip(1)).allMatch(line -> line.length() <= 80);
      assertThat(text + report + result + report.steps() + asked).doesNotContain("canary");
      assertThat(report.toText()).isNotEqualTo(text);
    }
  }

  @Test
  void everyItemHasARowAndATextFoldsMostOfThem() throws Exception {
    StepInfo labels = StepInfo.code(AGENT, "labels");
    StepInfo notes = StepInfo.code(AGENT, "notes");
    EntryPointInfo entry = ENTRY.step(A).step(labels, A).step(notes, labels).step(B).reported();
    CountDownLatch first = new CountDownLatch(1);
    try (AgentRuntime runtime = AgentRuntime.builder().build();
        Run run = runtime.wiring(AGENT).start(entry)) {
      Forked<List<Integer>> list = run.fork(A, step -> Collections.nCopies(100, 1));
      ForkedEach<Integer> all =
          run.each(
              labels.atOnce(3),
              list,
              (step, n) -> {
                Await.latch(first);
                return n;
              });
      ForkedEach<Integer> over =
          run.each(
              notes,
              all,
              (step, n) -> {
                Thread.sleep(0, 100_000);
                return n;
              });
      Forked<List<Integer>> none = run.each(B, () -> List.<Integer>of(), (step, n) -> n);
      Forked<List<Integer>> skipped = run.onlyIfAbsent(list).each(C, none, (step, n) -> n);
      first.countDown();
      over.join();
      assertThat(none.join()).isEmpty();
      assertThat(skipped.joinOptional()).isEmpty();
      RunReport report = AgentResult.of(run, 1).report();
      assertThat(report.steps()).filteredOn(step -> step.name().equals("labels")).hasSize(100);
      assertThat(report.steps())
          .extracting(StepReport::label)
          .contains("a", "labels[0]", "labels[99]", "notes[42]", "b", "c")
          .doesNotContain("labels", "notes")
          .doesNotHaveDuplicates();
      assertThat(step(report, "b").state()).isEqualTo(StepState.FINISHED);
      assertThat(step(report, "b").duration()).isZero();
      assertThat(step(report, "c").state()).isEqualTo(StepState.SKIPPED);
      assertThat(report.criticalPath()).containsExactly("a", "labels", "notes");
      // The stages overlap, but the path counts no moment twice.
      assertThat(report.criticalPathTime()).isLessThanOrEqualTo(report.wallTime());
      assertThat(report.criticalPathTime()).isGreaterThan(Duration.ofMillis(10));
      assertThat(report.toText().lines())
          .hasSize(1 + 1 + 2 * 9 + 2)
          .anyMatch(line -> line.startsWith("+ labels[0]"))
          .anyMatch(line -> line.startsWith("+ labels (92 more)"))
          .anyMatch(line -> line.startsWith("+ notes (92 more)"));
    }
  }

  @Test
  void aStepWithAlternativesHasOneRow() {
    EntryPointInfo entry = ENTRY.step(A).step(B, A).reported();
    try (AgentRuntime runtime = AgentRuntime.builder().build();
        Run run = runtime.wiring(AGENT).start(entry)) {
      Forked<Boolean> a = run.fork(A, step -> true);
      Forked<String> b =
          run.onlyIf(a, yes -> yes, "it does not hold")
              .choose(B, branch -> branch.after(a).fork(B, step -> "b"));
      RunReport report = AgentResult.of(run, b.join()).report();
      assertThat(report.steps()).extracting(StepReport::label).containsExactly("a", "b");
      assertThat(step(report, "b").state()).isEqualTo(StepState.FINISHED);
      assertThat(report.criticalPath()).containsExactly("a", "b");
    }
  }

  private static StepReport step(RunReport report, String name) {
    return report.steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRunThatIsNotRecordedHasNoReport() {
    try (AgentRuntime runtime = AgentRuntime.builder().build();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      assertThatThrownBy(() -> AgentResult.of(run, 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("reported()");
    }
  }
}
