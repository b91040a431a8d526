package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static io.stepwright.runtime.ToolDesk.CLOCK;
import static io.stepwright.runtime.ToolDesk.REFUND;
import static io.stepwright.runtime.ToolDesk.SOLVE;
import static io.stepwright.runtime.ToolDesk.calls;
import static io.stepwright.runtime.ToolDesk.clock;
import static io.stepwright.runtime.ToolDesk.refund;
import static io.stepwright.runtime.ToolDesk.script;
import static io.stepwright.runtime.ToolDesk.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.Approvals;
import io.stepwright.spi.Approvals.Decision;
import io.stepwright.spi.PendingCall;
import io.stepwright.spi.ToolCall;
import io.stepwright.wiring.StepTools;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ApprovalTest {

  private final ToolDesk desk = new ToolDesk();

  @BeforeEach
  void approve() {
    desk.tools = StepTools.of(REFUND.approved(), CLOCK);
  }

  /** Runs the step; returns what the model was told. */
  private List<String> told(Approvals approvals, ToolCall... called) {
    FakeClient client = script(calls(called), "x");
    try (AgentRuntime runtime = desk.runtime(client).approvals(approvals).build()) {
      desk.run(runtime, SOLVE);
    }
    return texts(client.requests.get(1));
  }

  @Test
  void everythingIsRefusedByDefault() {
    FakeClient client = script(calls(refund("a", 1), clock("b")), "x");
    try (AgentRuntime runtime = desk.runtime(client).build()) {
      desk.run(runtime, SOLVE);
    }
    assertThat(texts(client.requests.get(1)))
        .containsExactly("refused: the call was not approved.", "\"noon\"");
    assertThat(desk.executed).containsExactly("clock");
  }

  @Test
  void theCallIsShownWithAllItsArguments() throws Exception {
    List<PendingCall> asked = new CopyOnWriteArrayList<>();
    Approvals approvals =
        call -> {
          asked.add(call);
          return Decision.approved(call);
        };
    assertThat(told(approvals, refund("a", 250))).containsExactly("\"paid 250\"");
    assertThat(asked).hasSize(1);
    PendingCall call = asked.get(0);
    assertThat(call.run().agent()).isEqualTo(AGENT.name());
    assertThat(call.step()).isEqualTo("solve");
    assertThat(call.tool()).isEqualTo("refund");
    assertThat(call.question()).isEqualTo("Refund 250 cents of o1?");
    assertThat(call.arguments())
        .isEqualTo("{\"cents\":250,\"customer\":\"c7\",\"orderId\":\"o1\"}");
    byte[] bytes = call.arguments().getBytes(StandardCharsets.UTF_8);
    assertThat(call.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(call.expires()).isBetween(Instant.now(), Instant.now().plusSeconds(60));
    // The digits of a random identifier may be anything.
    assertThat(call.toString().replace(call.id(), "")).doesNotContain("250").doesNotContain("c7");
    assertThat(desk.events).anyMatch(event -> event.run().equals(call.run()));
  }

  @Test
  void whateverIsNoClearApprovalIsARefusal() {
    List<Approvals> unclear =
        List.of(
            call -> {
              throw new IllegalStateException("canary");
            },
            call -> null,
            call -> new Decision(Approvals.Kind.APPROVED, "0".repeat(64), null),
            call -> new Decision(null, call.sha256(), null),
            Decision::refused);
    try (CapturedLog log = new CapturedLog("io.stepwright.engine.tool.Approval", text -> {})) {
      for (Approvals approvals : unclear) {
        assertThat(told(approvals, refund("a", 1)))
            .containsExactly("refused: the call was not approved.");
      }
      assertThat(log.messages()).hasSize(1).noneMatch(text -> text.contains("canary"));
    }
    assertThat(told(call -> Decision.refused(call, "too much"), refund("a", 1)))
        .containsExactly("refused: the call was not approved: too much");
    assertThat(told(Decision::expired, refund("a", 1)))
        .containsExactly("refused: nobody has approved the call in time.");
    assertThat(desk.executed).isEmpty();
  }

  @Test
  void aCallThatIsNotApprovedIsNotCounted() {
    desk.tools = StepTools.of(REFUND.approved().atMost(1), CLOCK);
    Approvals approvals =
        call -> call.arguments().contains("900") ? Decision.refused(call) : Decision.approved(call);
    FakeClient client =
        script(calls(refund("a", 900)), calls(refund("b", 250)), calls(refund("c", 100)), "x");
    try (AgentRuntime runtime = desk.runtime(client).approvals(approvals).build()) {
      desk.run(runtime, SOLVE);
    }
    assertThat(client.requests.subList(1, 4))
        .extracting(request -> texts(request).get(0))
        .containsExactly(
            "refused: the call was not approved.",
            "\"paid 250\"",
            "refused: no further call of this tool is allowed, of at most 1.");
  }

  @Test
  void argumentsThatDifferInHalvesOfPairsHaveOtherDigests() {
    List<PendingCall> asked = new CopyOnWriteArrayList<>();
    Approvals first =
        call -> {
          asked.add(call);
          return Decision.approved(asked.get(0));
        };
    String arguments = "{\"orderId\":\"%s\",\"cents\":1}";
    told(
        first,
        new ToolCall("a", "refund", arguments.formatted("\\ud800")),
        new ToolCall("b", "refund", arguments.formatted("?")),
        new ToolCall("c", "refund", arguments.formatted("\\udfff")));
    assertThat(asked).extracting(PendingCall::sha256).doesNotHaveDuplicates().hasSize(3);
    assertThat(desk.executed).hasSize(1);
  }

  @Test
  void wrongArgumentsAreNotAskedAbout() {
    List<String> told =
        told(
            call -> {
              throw new AssertionError("asked");
            },
            new ToolCall("a", "refund", "{\"orderId\":\"o\"}"));
    assertThat(told.get(0)).startsWith("failed: 'cents'");
  }

  @Test
  void eachCallIsAskedAboutOneAfterAnother() {
    List<String> asked = new ArrayList<>();
    Approvals approvals =
        call -> {
          asked.add(call.question());
          return asked.size() == 1 ? Decision.approved(call) : Decision.refused(call);
        };
    assertThat(told(approvals, refund("a", 1), refund("b", 1)).get(0)).isEqualTo("\"paid 1\"");
    assertThat(asked).hasSize(2);
    assertThat(desk.executed).hasSize(1);
  }

  // ---------------------------------------------------------------- queue

  @Test
  void aQueueIsAnsweredByIdAndDigest() throws Exception {
    ApprovalQueue queue = new ApprovalQueue(10, Duration.ofMinutes(5));
    CompletableFuture<List<String>> told =
        CompletableFuture.supplyAsync(() -> told(queue, refund("a", 7)));
    Await.until("pending", () -> queue.pending().size() == 1);
    PendingCall call = queue.pending().get(0);
    assertThat(queue.approve(call.id(), "0".repeat(64))).isFalse();
    assertThat(queue.approve("other", call.sha256())).isFalse();
    assertThat(desk.executed).isEmpty();
    assertThat(queue.approve(call.id(), call.sha256())).isTrue();
    assertThat(queue.refuse(call.id(), call.sha256(), null)).as("decided").isFalse();
    assertThat(told.get()).containsExactly("\"paid 7\"");
    assertThat(queue.pending()).isEmpty();
  }

  @Test
  void aQueueGivesCallsUpAndIsBounded() throws Exception {
    ApprovalQueue brief = new ApprovalQueue(1, Duration.ofMillis(20));
    assertThat(told(brief, refund("a", 1)))
        .containsExactly("refused: nobody has approved the call in time.");
    assertThat(brief.pending()).isEmpty();

    ApprovalQueue one = new ApprovalQueue(1, Duration.ofMinutes(5));
    PendingCall first = pending("1");
    CompletableFuture<Decision> waiting = CompletableFuture.supplyAsync(() -> decide(one, first));
    Await.until("pending", () -> one.pending().size() == 1);
    assertThat(one.decide(pending("2")).kind()).isEqualTo(Approvals.Kind.REFUSED);
    assertThat(one.refuse("1", first.sha256(), "no")).isTrue();
    assertThat(waiting.get().reason()).isEqualTo("no");
  }

  @Test
  void aCancelledRunLeavesTheQueue() throws Exception {
    ApprovalQueue queue = new ApprovalQueue(10, Duration.ofMinutes(5));
    FakeClient client = script(calls(refund("a", 1)));
    try (AgentRuntime runtime = desk.runtime(client).approvals(queue).build()) {
      CompletableFuture<String> future =
          runtime
              .wiring(AGENT, SOLVE)
              .async(ENTRY, run -> run.result(run.call(SOLVE, step -> desk.solve(step, SOLVE))));
      Await.until("pending", () -> queue.pending().size() == 1);
      PendingCall call = queue.pending().get(0);
      future.cancel(true);
      Await.until("gone", () -> queue.pending().isEmpty());
      assertThat(queue.approve(call.id(), call.sha256())).isFalse();
    }
    assertThat(desk.executed).isEmpty();
  }

  private static Decision decide(Approvals approvals, PendingCall call) {
    try {
      return approvals.decide(call);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PendingCall pending(String id) {
    return new PendingCall(
        id,
        new io.stepwright.spi.RunEvent.RunKey(1, "A", "e"),
        "step",
        "refund",
        "Refund \u001b[31m?",
        "{\"cents\":1}",
        null);
  }

  // ---------------------------------------------------------------- console

  @Test
  void aConsoleApprovesOnlyAfterAYes() throws Exception {
    PipedOutputStream typing = new PipedOutputStream();
    PipedInputStream input = new PipedInputStream(typing);
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    ConsoleApprovals console = new ConsoleApprovals(input, new PrintStream(shown, true));
    for (String answer : List.of("y", "n", "YES ", "", "yeah")) {
      shown.reset();
      CompletableFuture<Decision> decision =
          CompletableFuture.supplyAsync(() -> decide(console, pending("1")));
      Await.until("asked", () -> shown.toString().endsWith("[y/N] "));
      typing.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
      typing.flush();
      assertThat(decision.get().kind())
          .isEqualTo(
              List.of("y", "YES ").contains(answer)
                  ? Approvals.Kind.APPROVED
                  : Approvals.Kind.REFUSED);
      assertThat(shown.toString()).contains("{\"cents\":1}").doesNotContain("\u001b");
    }
  }

  @Test
  void theLastLineOfAConsoleCounts() {
    for (int i = 0; i < 200; i++) {
      ByteArrayInputStream input = new ByteArrayInputStream("y".getBytes(StandardCharsets.UTF_8));
      ConsoleApprovals console =
          new ConsoleApprovals(input, new PrintStream(new ByteArrayOutputStream()));
      assertThat(decide(console, pending("1")).kind()).isEqualTo(Approvals.Kind.APPROVED);
      assertThat(decide(console, pending("2")).kind()).isEqualTo(Approvals.Kind.REFUSED);
    }
  }

  @Test
  void aConsoleWithoutInputRefuses() {
    ConsoleApprovals console =
        new ConsoleApprovals(
            new ByteArrayInputStream(new byte[0]), new PrintStream(new ByteArrayOutputStream()));
    for (int i = 0; i < 3; i++) {
      assertThat(decide(console, pending("1")).kind()).isEqualTo(Approvals.Kind.REFUSED);
    }
  }
}
