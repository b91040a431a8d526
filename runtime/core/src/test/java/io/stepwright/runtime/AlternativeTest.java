package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.spi.RunEvent;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events, reports and messages name the alternative of a step that ran. */
@Timeout(60)
class AlternativeTest {

  private static final StepInfo REPLY = StepInfo.code(AGENT, "reply");
  private static final StepInfo REFUND_REPLY = REPLY.alternative("refundReply");
  private static final StepInfo OTHER_REPLY = REPLY.alternative("otherReply");
  private static final StepInfo ORDER = StepInfo.code(AGENT, "order");
  private static final EntryPointInfo ENTRY =
      EntryPointInfo.of(AGENT, "answer").reported().step(ORDER).step(REPLY, ORDER);

  private final List<RunEvent> events = new CopyOnWriteArrayList<>();

  private AgentRuntime runtime() {
    return AgentRuntime.builder().listener(Immediately.tell(events::add)).build();
  }

  private List<String> alternatives() {
    return events.stream()
        .filter(event -> event instanceof RunEvent.StepEvent e && e.step().name().equals("reply"))
        .map(
            event ->
                event.getClass().getSimpleName()
                    + " "
                    + ((RunEvent.StepEvent) event).step().alternative())
        .toList();
  }

  private static StepReport reply(RunReport report) {
    return report.steps().stream()
        .filter(step -> step.name().equals("reply"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aChoiceBesideTheCallerTellsItAsSoonAsItIsMade() {
    RunReport report;
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<String> order = run.fork(ORDER, step -> "order");
      Forked<String> reply =
          run.after(order).choose(REPLY, branch -> branch.fork(REFUND_REPLY, step -> "refund"));
      report = AgentResult.of(run, reply.join()).report();
    }
    assertThat(alternatives())
        .containsExactly(
            "Requested null", "Ready refundReply", "Started refundReply", "Finished refundReply");
    assertThat(reply(report).name()).isEqualTo("reply");
    assertThat(reply(report).alternative()).isEqualTo("refundReply");
    assertThat(reply(report).label()).isEqualTo("reply (refundReply)");
    assertThat(report.toText()).contains("+ reply (refundReply) |");
    assertThat(report.criticalPath()).containsOnlyOnce("reply");
    assertThat(report.toText()).contains("order > reply (refundReply)");
  }

  @Test
  void aChoiceOnTheCallersThreadKnowsItFromTheStart() {
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      run.result(run.call(OTHER_REPLY, step -> "other"));
    }
    assertThat(alternatives()).allMatch(event -> event.endsWith(" otherReply")).hasSize(4);
  }

  @Test
  void anAlternativeWhoseInputIsAbsentIsNamed() {
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<String> order = run.absent(ORDER, "it is not asked for");
      Forked<String> reply =
          run.choose(REPLY, branch -> branch.after(order).fork(REFUND_REPLY, step -> "refund"));
      assertThat(reply.joinOptional()).isEmpty();
      run.result(1);
    }
    assertThat(alternatives()).containsExactly("Requested null", "Skipped refundReply");
  }

  @Test
  void itemsOfAListAreNamed() {
    RunReport report;
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<List<String>> reply =
          run.choose(
              REPLY,
              branch ->
                  branch.each(REFUND_REPLY.atOnce(2), () -> List.of("a", "b"), (step, it) -> it));
      report = AgentResult.of(run, reply.join()).report();
    }
    assertThat(report.steps())
        .extracting(StepReport::label)
        .contains("reply[0] (refundReply)", "reply[1] (refundReply)");
  }

  @Test
  void messagesNameIt() {
    assertThatThrownBy(
            () -> {
              try (AgentRuntime runtime = runtime();
                  Run run = runtime.wiring(AGENT).start(ENTRY)) {
                Forked<String> reply =
                    run.choose(
                        REPLY,
                        branch ->
                            branch.fork(
                                REFUND_REPLY,
                                step -> {
                                  throw new IllegalStateException();
                                }));
                run.result(reply.join());
              }
            })
        .isInstanceOfSatisfying(
            StepFailedException.class, e -> assertThat(e.step()).isEqualTo("reply"))
        .hasMessageStartingWith("Step 'reply (refundReply)' of agent ");
  }

  @Test
  void aDirectCallNamesIt() {
    try (AgentRuntime runtime = runtime()) {
      runtime.wiring(AGENT).direct(REFUND_REPLY, step -> "refund");
    }
    assertThat(alternatives()).hasSize(4).allMatch(event -> event.endsWith(" refundReply"));
  }
}
