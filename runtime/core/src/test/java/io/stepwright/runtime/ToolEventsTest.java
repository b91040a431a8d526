package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static io.stepwright.runtime.ToolDesk.CLOCK;
import static io.stepwright.runtime.ToolDesk.ORDERS;
import static io.stepwright.runtime.ToolDesk.REFUND;
import static io.stepwright.runtime.ToolDesk.SOLVE;
import static io.stepwright.runtime.ToolDesk.calls;
import static io.stepwright.runtime.ToolDesk.clock;
import static io.stepwright.runtime.ToolDesk.orders;
import static io.stepwright.runtime.ToolDesk.refund;
import static io.stepwright.runtime.ToolDesk.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.stepwright.report.ApprovalReport;
import io.stepwright.report.AttemptReport;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.ToolReport;
import io.stepwright.spi.Approvals;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.ToolEnded;
import io.stepwright.spi.RunEvent.ToolStarted;
import io.stepwright.spi.RunListener;
import io.stepwright.spi.ToolApproval;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolContent;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepTools;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of tools in events, content and reports. */
@Timeout(60)
class ToolEventsTest {

  private final ToolDesk desk = new ToolDesk();

  private RunReport report(Approvals approvals, FakeClient client, RunListener listener) {
    desk.tools = StepTools.of(ORDERS, REFUND.approved(), CLOCK);
    try (AgentRuntime runtime =
            desk.runtime(client).approvals(approvals).listener(listener).build();
        Run run = runtime.wiring(AGENT, SOLVE).start(ENTRY.reported())) {
      return AgentResult.of(run, run.call(SOLVE, step -> desk.solve(step, SOLVE))).report();
    }
  }

  private <T> List<T> events(Class<T> type) {
    return desk.events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void theStartTellsTheIdentifierAndTheDescription() {
    report(
        Approvals.refusing(),
        script(
            calls(
                orders("same", ToolDesk.Status.OPEN),
                clock("same"),
                new ToolCall("c", "nothing", "{}")),
            "x"),
        event -> {});
    assertThat(events(ToolStarted.class))
        .extracting(ToolStarted::call, ToolStarted::description)
        .containsExactlyInAnyOrder(
            tuple(1, "The customer's orders."), tuple(2, "The time."), tuple(3, ""));
    assertThat(events(ToolStarted.class))
        .extracting(ToolStarted::id)
        .doesNotHaveDuplicates()
        .contains("same", "c");
  }

  @Test
  void aWaitForAnApprovalIsPartOfItsCallAndOfNoOther() {
    Approvals slow =
        call -> {
          Thread.sleep(30);
          return call.arguments().contains("11")
              ? Approvals.Decision.approved(call)
              : call.arguments().contains("22")
                  ? Approvals.Decision.expired(call)
                  : Approvals.Decision.refused(call);
        };
    desk.tools = StepTools.of(REFUND.approved(), CLOCK);
    RunReport report =
        report(
            slow,
            script(calls(refund("a", 11), refund("b", 22), refund("c", 33), clock("d")), "x"),
            event -> {});
    List<ToolReport> calls = report.steps().get(0).toolCalls();
    assertThat(calls)
        .extracting(call -> call.approval() == null ? null : call.approval().end())
        .containsExactly(
            ToolApproval.End.APPROVED, ToolApproval.End.EXPIRED, ToolApproval.End.REFUSED, null);
    for (ToolReport call : calls) {
      ApprovalReport approval = call.approval();
      if (approval != null) {
        assertThat(approval.duration()).isBetween(Duration.ofMillis(30), call.duration());
        assertThat(approval.start()).isBetween(call.start(), call.ended());
      }
    }
  }

  @Test
  void theTimeOfToolsIsNoWaitForTheNextRequest() {
    desk.clock =
        () -> {
          Thread.sleep(20);
          return "noon";
        };
    RunReport report = report(Approvals.refusing(), script(calls(clock("a")), "x"), event -> {});
    StepReport step = report.steps().get(0);
    AttemptReport next = step.attempts().get(1);
    assertThat(next.start().minus(next.waited()))
        .isGreaterThanOrEqualTo(step.toolCalls().get(0).ended());
  }

  @Test
  void aWaitThatIsStoppedIsCancelled() {
    Approvals interrupted =
        call -> {
          // The step runs on the caller's thread, whose interrupt cancels the run.
          Thread.currentThread().interrupt();
          new CountDownLatch(1).await();
          return Approvals.Decision.approved(call);
        };
    desk.tools = StepTools.of(REFUND.approved());
    try (AgentRuntime runtime =
        desk.runtime(script(calls(refund("a", 1)))).approvals(interrupted).build()) {
      assertThatThrownBy(() -> desk.run(runtime, SOLVE)).isInstanceOf(AgentException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    ToolEnded ended = events(ToolEnded.class).get(0);
    assertThat(ended.end()).isEqualTo(RunEvent.ToolEnd.CANCELLED);
    assertThat(ended.approval()).isNotNull();
    assertThat(ended.approval().end()).isEqualTo(ToolApproval.End.CANCELLED);
  }

  /** Receives texts, and the events between them. */
  private static final class Reader implements RunListener {

    final List<String> seen = new CopyOnWriteArrayList<>();
    final List<ModelContent> asked = new CopyOnWriteArrayList<>();

    @Override
    public boolean onCallingThread() {
      return true;
    }

    @Override
    public boolean wantsContent() {
      return true;
    }

    @Override
    public void onEvent(RunEvent event) {
      if (event instanceof ToolEnded ended) {
        seen.add("ended " + ended.tool());
      }
    }

    @Override
    public void onContent(RunEvent.Attempted attempt, ModelContent content) {
      asked.add(content);
    }

    @Override
    public void onContent(ToolEnded call, ToolContent content) {
      seen.add(call.tool() + " " + content.arguments() + " " + content.result());
    }
  }

  @Test
  void textsComeRightBeforeTheEndToThoseThatWantThem() {
    Reader reader = new Reader();
    RunReport report =
        report(
            Approvals.refusing(),
            script(
                calls(orders("a", ToolDesk.Status.OPEN)),
                calls(new ToolCall("b", "orders", "{\"status\":\"none\"}")),
                "x"),
            reader);
    assertThat(reader.seen).hasSize(4);
    assertThat(reader.seen.get(0))
        .isEqualTo("orders {\"customer\":\"c7\",\"status\":\"OPEN\"} \"orders of c7 OPEN\"");
    assertThat(reader.seen.get(1)).isEqualTo("ended orders");
    assertThat(reader.seen.get(2)).startsWith("orders {\"status\":\"none\"} failed: ");
    assertThat(reader.asked.get(0).tools()).hasSize(3);
    assertThat(reader.asked.get(0).calls()).extracting(ToolCall::name).containsExactly("orders");
    assertThat(reader.asked.get(2).calls()).isEmpty();
    assertThat(reader.asked.toString() + new ToolContent("canary", "canary"))
        .doesNotContain("c7", "canary");
    // The report keeps no texts without its own setting.
    assertThat(report.steps().get(0).toolCalls()).allMatch(call -> call.content() == null);
  }
}
