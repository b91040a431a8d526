package io.stepwright.it.tools;

import static io.stepwright.it.tools.Desk.TICKET;
import static io.stepwright.it.tools.Desk.calls;
import static io.stepwright.it.tools.Desk.payBack;
import static io.stepwright.it.tools.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.support.Background;
import io.stepwright.it.support.Waiting;
import io.stepwright.runtime.ApprovalQueue;
import io.stepwright.spi.Approvals;
import io.stepwright.spi.PendingCall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that somebody has to approve. */
@Timeout(60)
class ToolApprovalsTest {

  private final List<PendingCall> asked = new CopyOnWriteArrayList<>();

  private Desk desk(Approvals approvals) {
    return new Desk(
        builder ->
            builder.approvals(
                call -> {
                  asked.add(call);
                  return approvals.decide(call);
                }));
  }

  @Test
  void aRuntimeRefusesUnlessItIsTold() {
    try (Desk desk = new Desk()) {
      desk.server.next(calls(payBack("a", 5)), text("refused"));
      assertThat(desk.refunds.settle(TICKET)).isEqualTo("refused");
      assertThat(desk.shop.done).isEmpty();
      assertThat(desk.told(1).get(0)).contains("not approved");
    }
  }

  @Test
  void theQuestionAndAllArgumentsAreShown() throws Exception {
    try (Desk desk = desk(Approvals.Decision::approved)) {
      desk.server.next(calls(payBack("a", 5)), text("paid"));
      assertThat(desk.refunds.settle(TICKET)).isEqualTo("paid");
      assertThat(desk.shop.done).containsExactly("pay c7 5 for o1");
    }
    PendingCall call = asked.get(0);
    assertThat(call.question()).isEqualTo("Refund 5 cents of o1 to c7?");
    assertThat(call.arguments()).isEqualTo("{\"cents\":5,\"customer\":\"c7\",\"orderId\":\"o1\"}");
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(call.arguments().getBytes(StandardCharsets.UTF_8));
    assertThat(call.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
    assertThat(call.tool()).isEqualTo("pay-back");
    assertThat(call.expires()).isNotNull();
  }

  @Test
  void slotsInAnArgumentAreText() {
    try (Desk desk = desk(Approvals.Decision::approved)) {
      String arguments = "{\"orderId\":\"{{customer}}\",\"cents\":5}";
      desk.server.next(calls(new Desk.Call("a", "pay-back", arguments)), text("paid"));
      desk.refunds.settle(TICKET);
    }
    assertThat(asked.get(0).question()).isEqualTo("Refund 5 cents of {{customer}} to c7?");
  }

  @Test
  void otherArgumentsAreAskedAnew() {
    try (Desk desk =
        desk(
            call ->
                call.arguments().contains("\"cents\":5,")
                    ? Approvals.Decision.approved(call)
                    : Approvals.Decision.refused(call, "too much"))) {
      desk.server.next(calls(payBack("a", 5)), calls(payBack("b", 50)), text("done"));
      desk.refunds.settle(TICKET);
      assertThat(desk.shop.done).containsExactly("pay c7 5 for o1");
      assertThat(desk.told(2).get(0)).contains("too much");
    }
    assertThat(asked).hasSize(2);
  }

  @Test
  void aDecisionAboutOtherArgumentsRefuses() {
    try (Desk desk =
        desk(call -> new Approvals.Decision(Approvals.Kind.APPROVED, "0".repeat(64), null))) {
      desk.server.next(calls(payBack("a", 5)), text("refused"));
      desk.refunds.settle(TICKET);
      assertThat(desk.shop.done).isEmpty();
    }
  }

  @Test
  void aPersonDecidesWhileTheRunWaits() throws Exception {
    ApprovalQueue queue = new ApprovalQueue(10, Duration.ofMinutes(5));
    try (Desk desk = new Desk(builder -> builder.approvals(queue))) {
      desk.server.next(calls(payBack("a", 5)), text("paid"));
      Background<String> run = Background.call(() -> desk.refunds.settle(TICKET));
      Waiting.until(() -> !queue.pending().isEmpty(), "the question");
      PendingCall call = queue.pending().get(0);
      assertThat(queue.approve(call.id(), "0".repeat(64))).isFalse();
      assertThat(desk.shop.done).isEmpty();
      assertThat(queue.approve(call.id(), call.sha256())).isTrue();
      assertThat(run.result()).isEqualTo("paid");
      assertThat(desk.shop.done).containsExactly("pay c7 5 for o1");
    }
  }
}
