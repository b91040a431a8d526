package io.stepwright.engine.tool;

import io.stepwright.spi.Approvals;
import io.stepwright.spi.Approvals.Decision;
import io.stepwright.spi.PendingCall;
import io.stepwright.spi.ToolApproval;
import io.stepwright.wiring.PromptMessage;
import io.stepwright.wiring.ToolInfo;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the approvals of the runtime about a call. Whatever is no clear approval is a refusal. */
final class Approval {

  private static final String REFUSED = "the call was not approved.";

  private Approval() {}

  /**
   * Returns the reason why a call is refused, for the model; null if it is approved.
   *
   * @param arguments all arguments as canonical JSON
   * @param notes is told how long the call waited, and how the wait ended
   * @throws InterruptedException if the step was stopped
   */
  static @Nullable String refusal(
      ToolSite site,
      ToolInfo tool,
      String arguments,
      @Nullable PromptMessage question,
      CallNotes notes)
      throws InterruptedException {
    if (question == null) {
      throw new IllegalStateException("Tool %s has no question to approve.".formatted(tool));
    }
    PendingCall call =
        new PendingCall(
            UUID.randomUUID().toString(),
            site.run().key(),
            site.info().name(),
            tool.name(),
            question.message(),
            arguments,
            expiry(site));
    long start = System.nanoTime();
    ToolApproval.End end = ToolApproval.End.CANCELLED;
    @Nullable Decision decision;
    try {
      decision = decide(site.approvals(), call);
      end = end(call, decision);
    } finally {
      notes.approval(start, end);
    }
    return switch (end) {
      case APPROVED -> null;
      case EXPIRED -> "nobody has approved the call in time.";
      case REFUSED, CANCELLED -> refused(call, decision);
    };
  }

  /** Returns the text of a refusal, with the reason of a decision about this very call. */
  private static String refused(PendingCall call, @Nullable Decision decision) {
    return decision == null || decision.reason() == null || !call.sha256().equals(decision.sha256())
        ? REFUSED
        : "the call was not approved: " + decision.reason();
  }

  /** Returns the meaning of a decision: without a clear one about the call it is a refusal. */
  private static ToolApproval.End end(PendingCall call, @Nullable Decision decision) {
    if (decision == null || !call.sha256().equals(decision.sha256())) {
      return ToolApproval.End.REFUSED;
    }
    return switch (decision.kind()) {
      case APPROVED -> ToolApproval.End.APPROVED;
      case EXPIRED -> ToolApproval.End.EXPIRED;
      case REFUSED -> ToolApproval.End.REFUSED;
    };
  }

  @SuppressWarnings("NullAway") // Implementations need not be compiled with null checks.
  private static @Nullable Decision decide(Approvals approvals, PendingCall call)
      throws InterruptedException {
    try {
      Decision decision = approvals.decide(call);
      return decision == null || decision.kind() == null ? null : decision;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      Log.LOG.log(
          Level.WARNING,
          "The approvals {0} failed with {1}; the call of tool {2} is refused.",
          approvals.getClass().getName(),
          e.getClass().getName(),
          call.tool());
      return null;
    }
  }

  private static @Nullable Instant expiry(ToolSite site) {
    return site.deadline().isNone()
        ? null
        : Instant.now().plus(Duration.ofNanos(site.deadline().remaining()));
  }

  /** Holds the logger, which is looked up only when it is needed. */
  private static final class Log {
    static final System.Logger LOG = System.getLogger(Approval.class.getName());
  }
}
