package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static io.stepwright.runtime.ToolDesk.SOLVE;
import static io.stepwright.runtime.ToolDesk.calls;
import static io.stepwright.runtime.ToolDesk.clock;
import static io.stepwright.runtime.ToolDesk.orders;
import static io.stepwright.runtime.ToolDesk.refund;
import static io.stepwright.runtime.ToolDesk.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.ToolReport;
import io.stepwright.report.TurnReport;
import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.ToolEnd;
import io.stepwright.spi.ToolCall;
import io.stepwright.wiring.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ToolReportTest {

  private final ToolDesk desk = new ToolDesk();

  private RunReport report(FakeClient client) {
    ProtocolListener protocol = new ProtocolListener();
    try (AgentRuntime runtime = desk.runtime(client).listener(protocol).build()) {
      RunReport report;
      try (Run run = runtime.wiring(AGENT, SOLVE).start(ENTRY.reported())) {
        report = AgentResult.of(run, run.call(SOLVE, step -> desk.solve(step, SOLVE))).report();
      }
      assertThat(protocol.violations()).isEmpty();
      return report;
    }
  }

  private static FakeClient client() {
    FakeClient.Answer overloaded =
        request -> {
          throw new ModelClientException("Status 503.", 503, true, null, null);
        };
    return script(
        calls(orders("a", ToolDesk.Status.OPEN), clock("b"), refund("c", 1)),
        overloaded,
        calls(
            orders("d", ToolDesk.Status.SHIPPED),
            orders("e", ToolDesk.Status.SHIPPED),
            new ToolCall("f", "nothing\u001b[31m", "{}"),
            new ToolCall("g", "orders", "{}")),
        "x");
  }

  @Test
  void turnsAndCallsAreListedWithTheirUsage() {
    desk.clock =
        () -> {
          throw new IllegalStateException("boom");
        };
    desk.refund =
        (who, order, cents) -> {
          throw new ToolRefusal("no");
        };
    StepReport step = report(client()).steps().get(0);
    assertThat(step.toolCalls())
        .extracting(ToolReport::number, ToolReport::turn, ToolReport::tool, ToolReport::end)
        .containsExactly(
            tuple(1, 1, "orders", ToolEnd.RETURNED),
            tuple(2, 1, "clock", ToolEnd.FAILED),
            tuple(3, 1, "refund", ToolEnd.REFUSED),
            tuple(4, 2, "orders", ToolEnd.RETURNED),
            tuple(5, 2, "orders", ToolEnd.REMEMBERED),
            tuple(6, 2, "(unknown)", ToolEnd.INVALID),
            tuple(7, 2, "orders", ToolEnd.INVALID));
    assertThat(step.toolCalls().get(1).failure()).isNotNull();
    assertThat(step.toolCalls().get(1).failure().type())
        .isEqualTo("java.lang.IllegalStateException");
    List<TurnReport> turns = step.turns();
    assertThat(turns).extracting(turn -> turn.attempts().size()).containsExactly(1, 2, 1);
    assertThat(turns).extracting(turn -> turn.toolCalls().size()).containsExactly(3, 4, 0);
    assertThat(turns).extracting(TurnReport::inputTokens).containsExactly(7L, 7L, 7L);
    assertThat(turns).extracting(TurnReport::outputTokens).containsExactly(3L, 3L, 3L);
    assertThat(step.attempts())
        .extracting(attempt -> attempt.reason())
        .containsExactly(
            AttemptReason.FIRST, AttemptReason.TURN, AttemptReason.RETRY, AttemptReason.TURN);
    assertThat(step.attempts())
        .extracting(attempt -> attempt.isRepeated())
        .containsExactly(false, false, true, false);
    assertThat(step.inputTokens()).isEqualTo(21);
  }

  @Test
  void theTextShowsCallsBelowTheirStep() {
    String text = report(client()).toText(120);
    List<String> lines = text.lines().toList();
    assertThat(lines).hasSize(9).allMatch(line -> line.length() <= 120);
    assertThat(lines.get(1)).startsWith("+ solve").contains("3 turns, 4 attempts");
    assertThat(lines.get(2)).startsWith("+   orders").contains("turn 1");
    assertThat(lines.get(6)).startsWith("=   orders").contains("turn 2, remembered");
    assertThat(lines.get(7)).startsWith("?   (unknown)");
    assertThat(lines)
        .allMatch(
            line -> line.indexOf('|') == lines.get(1).indexOf('|') || line.equals(lines.get(0)));
    assertThat(text).doesNotContain("\u001b");
  }

  @Test
  void manyCallsAreFolded() {
    Object[] replies = new Object[6];
    for (int i = 0; i < 5; i++) {
      replies[i] = calls(clock("a"), clock("b"), clock("c"), clock("d"));
    }
    replies[5] = "x";
    List<String> lines = report(script(replies)).toText().lines().toList();
    assertThat(lines).hasSize(2 + 16 + 1);
    assertThat(lines.get(18)).contains("(4 more calls)");
  }

  @Test
  void theEventsOfACallComeInPairsOnOneThread() {
    report(client());
    List<RunEvent> ofTools =
        desk.events.stream().filter(RunEvent.ToolEvent.class::isInstance).toList();
    assertThat(ofTools).hasSize(14);
    for (int call = 1; call <= 7; call++) {
      int number = call;
      List<RunEvent> pair =
          ofTools.stream().filter(event -> ((RunEvent.ToolEvent) event).call() == number).toList();
      assertThat(pair).hasSize(2);
      assertThat(pair.get(0)).isInstanceOf(RunEvent.ToolStarted.class);
      RunEvent.ToolEnded ended = (RunEvent.ToolEnded) pair.get(1);
      assertThat(ended.startNanos()).isEqualTo(pair.get(0).nanos());
      assertThat(ended.step().name()).isEqualTo("solve");
    }
  }
}
