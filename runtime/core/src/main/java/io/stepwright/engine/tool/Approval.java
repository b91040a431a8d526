package io.stepwright.engine.tool;

import io.stepwright.spi.Approvals;
import io.stepwright.spi.Approvals.Decision;
import io.stepwright.spi.PendingCall;
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
   * @throws InterruptedException if the step was stopped
   */
  static @Nullable String refusal(
      ToolSite site, ToolInfo tool, String arguments, @Nullable PromptMessage question)
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
    Decision decision = decide(site.approvals(), call);
    if (decision == null || !call.sha256().equals(decision.sha256())) {
      return REFUSED;
    }
    return switch (decision.kind()) {
      case APPROVED -> null;
      case EXPIRED -> "nobody has approved the call in time.";
      case REFUSED ->
          decision.reason() == null ? REFUSED : "the call was not approved: " + decision.reason();
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
