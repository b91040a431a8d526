package io.stepwright.spi;

/**
 * The approval that a call of a tool waited for, before its method could run. Immutable.
 *
 * @param startNanos the start of the wait, as {@link System#nanoTime}
 * @param waitedNanos the length of the wait, in nanoseconds
 * @param end the manner of its end
 */
public record ToolApproval(long startNanos, long waitedNanos, End end) {

  /** The manners in which a wait for an approval ends. */
  public enum End {
    /** The call was approved. */
    APPROVED,
    /** The call was refused, or there was no clear decision about it. */
    REFUSED,
    /** Nobody has decided in time. */
    EXPIRED,
    /** The run or the step ended before a decision. */
    CANCELLED
  }
}
