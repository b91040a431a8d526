package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.recording.ReportDelivery;
import io.stepwright.report.RunReport;
import io.stepwright.report.RunReportListener;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.Run;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReportListenerTest {

  private static final EntryPointInfo GRAPH = ENTRY.step(A).step(B, A);

  private static String run(AgentRuntime runtime) {
    try (Run run = runtime.wiring(AGENT).start(GRAPH)) {
      Forked<String> a = run.fork(A, step -> "a");
      return run.result(run.after(a).call(B, step -> a.get() + "b"));
    }
  }

  private static void fail(AgentRuntime runtime, EntryPointInfo entry) {
    try (Run run = runtime.wiring(AGENT).start(entry)) {
      run.perform(
          A,
          step -> {
            throw new IllegalStateException("canary");
          });
    }
  }

  @Test
  void everyRunIsToldOfAlsoOneThatFails() {
    List<RunReport> reports = new CopyOnWriteArrayList<>();
    try (AgentRuntime runtime = AgentRuntime.builder().reportListener(reports::add).build()) {
      assertThat(run(runtime)).isEqualTo("ab");
      assertThatThrownBy(() -> fail(runtime, GRAPH)).isInstanceOf(StepFailedException.class);
    }
    assertThat(reports).hasSize(2);
    assertThat(reports.get(0).failure()).isNull();
    assertThat(reports.get(0).steps()).extracting(StepReport::name).containsExactly("a", "b");
    assertThat(reports.get(0).graph())
        .containsExactly(
            new RunReport.Node("a", null, List.of()), new RunReport.Node("b", null, List.of("a")));
    RunReport failed = reports.get(1);
    assertThat(failed.failure().type()).isEqualTo("java.lang.IllegalStateException");
    assertThat(failed.failure().message()).contains("Step 'a'").doesNotContain("canary");
    assertThat(failed.steps().get(0).state()).isEqualTo(StepState.FAILED);
    assertThat(failed.toText()).contains("failed, java.lang.IllegalStateException: Step 'a'");
    assertThat(failed.id()).isGreaterThan(reports.get(0).id());
  }

  @Test
  void theExceptionOfARecordedRunHasItsReport() {
    try (AgentRuntime runtime = AgentRuntime.builder().build()) {
      AgentException recorded =
          catchThrowableOfType(AgentException.class, () -> fail(runtime, GRAPH.reported()));
      assertThat(recorded.report().steps())
          .extracting(StepReport::state)
          .containsExactly(StepState.FAILED);
      AgentException other = catchThrowableOfType(AgentException.class, () -> fail(runtime, GRAPH));
      assertThat(other.report()).isNull();
    }
  }

  @Test
  void aListenerThatThrowsIsLoggedOnceAndChangesNothing() throws Exception {
    List<RunReport> reports = new CopyOnWriteArrayList<>();
    try (CapturedLog log =
        new CapturedLog("io.stepwright.recording.GuardedReportListener", message -> {})) {
      try (AgentRuntime runtime =
          AgentRuntime.builder()
              .reportListener(
                  report -> {
                    throw new IOException("the disk is full");
                  })
              .reportListener(reports::add)
              .build()) {
        for (int i = 0; i < 3; i++) {
          assertThat(run(runtime)).isEqualTo("ab");
        }
      }
      assertThat(log.messages()).singleElement().asString().contains("ReportListenerTest");
    }
    assertThat(reports).hasSize(3);
  }

  @Test
  void aSlowListenerHoldsNoRunBackAndWhatItMissesIsSaid() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<RunReport> reports = new CopyOnWriteArrayList<>();
    try (CapturedLog log = new CapturedLog(ReportDelivery.class, message -> {})) {
      int runs = RunReportListener.MOST_WAITING + 10;
      try (AgentRuntime runtime =
          AgentRuntime.builder()
              .reportListener(
                  report -> {
                    go.await();
                    reports.add(report);
                  })
              .build()) {
        for (int i = 0; i < runs; i++) {
          assertThat(run(runtime)).isEqualTo("ab");
        }
        assertThat(reports).isEmpty();
        go.countDown();
      }
      // One more report may have been in delivery.
      assertThat(reports)
          .hasSizeBetween(RunReportListener.MOST_WAITING, RunReportListener.MOST_WAITING + 1);
      assertThat(log.messages()).first().asString().contains("dropped");
      assertThat(log.messages()).anyMatch(message -> message.contains("runs were dropped"));
    }
  }

  @Test
  void aFolderNeedsTheModuleThatWritesReports() {
    assertThatThrownBy(
            () -> AgentRuntime.builder().configuration("stepwright.report.dir", "reports").build())
        .isInstanceOf(AgentConfigurationException.class)
        .hasMessageContaining("stepwright.report.dir is 'reports'")
        .hasMessageContaining("io.stepwright:stepwright-report");
  }
}
