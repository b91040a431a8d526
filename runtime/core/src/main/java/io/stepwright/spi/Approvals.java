package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether tools that need an approval may be called. Thread-safe.
 *
 * <p>The runtime asks once for each call, on the thread of the step, which waits for the decision.
 * An exception, null, or a decision about other arguments refuses the call.
 */
@FunctionalInterface
public interface Approvals {

  /**
   * Decides about a call. Waits for the decision, at most until the call expires.
   *
   * @throws InterruptedException if the run has ended meanwhile
   */
  Decision decide(PendingCall call) throws InterruptedException;

  /** Returns approvals that refuse every call, the default of a runtime. */
  static Approvals refusing() {
    return Decision::refused;
  }

  /**
   * A decision about one call. Immutable.
   *
   * @param kind the decision
   * @param sha256 the {@linkplain PendingCall#sha256 digest} of the arguments that were decided on
   * @param reason the reason of a refusal, for the model; or null
   */
  record Decision(Kind kind, String sha256, @Nullable String reason) {

    /** Approves a call with the arguments that it has. */
    public static Decision approved(PendingCall call) {
      return new Decision(Kind.APPROVED, call.sha256(), null);
    }

    /** Refuses a call. */
    public static Decision refused(PendingCall call) {
      return new Decision(Kind.REFUSED, call.sha256(), null);
    }

    /** Refuses a call with a reason that the model is told. */
    public static Decision refused(PendingCall call, String reason) {
      return new Decision(Kind.REFUSED, call.sha256(), reason);
    }

    /** Gives up a call that nobody has decided about in time. */
    public static Decision expired(PendingCall call) {
      return new Decision(Kind.EXPIRED, call.sha256(), null);
    }

    /** Omits the reason, which may be personal. */
    @Override
    public String toString() {
      return "Decision[" + kind + "]";
    }
  }

  /** The kinds of decisions. */
  enum Kind {
    /** The tool may be called. */
    APPROVED,
    /** The tool must not be called. */
    REFUSED,
    /** Nobody has decided in time. */
    EXPIRED
  }
}
