package io.stepwright.runtime;

import io.stepwright.spi.Approvals;
import io.stepwright.spi.PendingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Calls of tools that wait in memory until somebody decides about them: an HTTP endpoint lists
 * {@link #pending} calls and passes decisions to {@link #approve} and {@link #refuse}. The endpoint
 * has to check who decides. Thread-safe.
 *
 * <p>A decision names the call and the digest of its arguments, so that nobody approves other
 * arguments than those that were shown.
 */
public final class ApprovalQueue implements Approvals {

  private final int mostCalls;
  private final long waitNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition decided = lock.newCondition();
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * Makes an empty queue.
   *
   * @param mostCalls the maximum number of calls that wait at the same time; further ones are
   *     refused
   * @param wait the time after which a call expires, if its run does not end before
   */
  public ApprovalQueue(int mostCalls, Duration wait) {
    if (mostCalls < 1 || wait.isNegative() || wait.isZero()) {
      throw new IllegalArgumentException("A queue of approvals needs a place and some time.");
    }
    this.mostCalls = mostCalls;
    this.waitNanos =
        wait.compareTo(Duration.ofDays(365)) > 0 ? TimeUnit.DAYS.toNanos(365) : wait.toNanos();
  }

  /** A call that waits, and the decision about it. */
  private static final class Entry {

    final PendingCall call;
    @Nullable Decision decision;

    Entry(PendingCall call) {
      this.call = call;
    }
  }

  /** Returns the calls that wait for a decision, the oldest first. */
  public List<PendingCall> pending() {
    lock.lock();
    try {
      return entries.values().stream()
          .filter(entry -> entry.decision == null)
          .map(entry -> entry.call)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Approves a call.
   *
   * @param sha256 the digest of the arguments that were shown
   * @return false if no such call waits with these arguments
   */
  public boolean approve(String id, String sha256) {
    return decide(id, sha256, true, null);
  }

  /**
   * Refuses a call.
   *
   * @param sha256 the digest of the arguments that were shown
   * @param reason the reason, which the model is told; or null
   * @return false if no such call waits with these arguments
   */
  public boolean refuse(String id, String sha256, @Nullable String reason) {
    return decide(id, sha256, false, reason);
  }

  private boolean decide(String id, String sha256, boolean approved, @Nullable String reason) {
    lock.lock();
    try {
      Entry entry = entries.get(id);
      if (entry == null || entry.decision != null || !entry.call.sha256().equals(sha256)) {
        return false;
      }
      entry.decision =
          approved
              ? Decision.approved(entry.call)
              : new Decision(Kind.REFUSED, entry.call.sha256(), reason);
      decided.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Decision decide(PendingCall call) throws InterruptedException {
    PendingCall shown = expiringWithin(call);
    Entry entry = new Entry(shown);
    lock.lockInterruptibly();
    try {
      if (entries.size() >= mostCalls || entries.putIfAbsent(call.id(), entry) != null) {
        return Decision.refused(call, "too many calls wait for an approval.");
      }
      try {
        long left = nanos(shown);
        while (entry.decision == null && left > 0) {
          left = decided.awaitNanos(left);
        }
        return entry.decision == null ? Decision.expired(call) : entry.decision;
      } finally {
        entries.remove(call.id());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns the call with the time at which this queue gives it up. */
  private PendingCall expiringWithin(PendingCall call) {
    Instant own = Instant.now().plusNanos(waitNanos);
    Instant expires = call.expires();
    return new PendingCall(
        call.id(),
        call.run(),
        call.step(),
        call.tool(),
        call.question(),
        call.arguments(),
        call.sha256(),
        expires == null || own.isBefore(expires) ? own : expires);
  }

  private long nanos(PendingCall call) {
    Instant expires = call.expires();
    return expires == null
        ? waitNanos
        : Math.min(waitNanos, Duration.between(Instant.now(), expires).toNanos());
  }
}
