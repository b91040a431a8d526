package io.stepwright.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that brought no usable answer. Its message is for people: it says what happened and,
 * where that is known, what to do; it never holds a key or the text of a prompt.
 */
public final class ModelClientException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The status of an attempt that got no HTTP response. */
  public static final int NO_STATUS = 0;

  /** What kept an answer from coming. */
  public enum Kind {
    /** The server refused the request: its HTTP status says more. */
    STATUS,
    /** The time of the attempt was over. */
    TIMEOUT,
    /** The server was not reached, or the connection broke. */
    CONNECTION,
    /** What the server sent is no answer. */
    INVALID_RESPONSE,
    /** Anything else. */
    OTHER
  }

  private final int status;
  private final boolean retryable;
  private final transient @Nullable Duration retryAfter;
  private final transient @Nullable RateLimit rateLimit;
  private Kind kind;
  private long inputTokens = ModelReply.UNKNOWN;
  private long outputTokens = ModelReply.UNKNOWN;

  /** An attempt that failed at a server that says nothing of its limits. */
  public ModelClientException(
      String message,
      int status,
      boolean retryable,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    this(message, status, retryable, retryAfter, null, cause);
  }

  /**
   * An attempt that failed.
   *
   * @param message what happened, and what to do
   * @param status the HTTP status, {@link #NO_STATUS} if there was none
   * @param retryable whether the same request may succeed later
   * @param retryAfter how long the server asks to wait, or null
   * @param rateLimit how many more requests the server takes, or null if it does not say
   * @param cause the cause, or null
   */
  public ModelClientException(
      String message,
      int status,
      boolean retryable,
      @Nullable Duration retryAfter,
      @Nullable RateLimit rateLimit,
      @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
    this.retryable = retryable;
    this.retryAfter = retryAfter;
    this.rateLimit = rateLimit;
    this.kind = status == NO_STATUS ? Kind.OTHER : Kind.STATUS;
  }

  /**
   * Says what kept the answer from coming. Otherwise it is {@link Kind#STATUS} if there is a
   * status, else {@link Kind#OTHER}.
   *
   * @return this exception
   */
  public ModelClientException as(Kind kind) {
    this.kind = kind;
    return this;
  }

  /** What kept the answer from coming. */
  public Kind kind() {
    return kind;
  }

  /** The HTTP status, {@link #NO_STATUS} if there was none. */
  public int status() {
    return status;
  }

  /** Whether the same request may succeed later. */
  public boolean retryable() {
    return retryable;
  }

  /** How long the server asks to wait, or null. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** How many more requests the server takes, or null if it does not say. */
  public @Nullable RateLimit rateLimit() {
    return rateLimit;
  }

  /**
   * Notes what the server counted all the same: an answer that cannot be used costs as much as
   * another.
   *
   * @return this exception
   */
  public ModelClientException counted(long inputTokens, long outputTokens) {
    this.inputTokens = inputTokens;
    this.outputTokens = outputTokens;
    return this;
  }

  /** The tokens of the request, {@link ModelReply#UNKNOWN} if the server did not say. */
  public long inputTokens() {
    return inputTokens;
  }

  /** The tokens of the answer, {@link ModelReply#UNKNOWN} if the server did not say. */
  public long outputTokens() {
    return outputTokens;
  }
}
