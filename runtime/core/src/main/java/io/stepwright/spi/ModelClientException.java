package io.stepwright.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if an attempt gave no usable answer. The message is for people: it says what happened and,
 * where that is known, what to do. It never holds a key or the text of a prompt.
 */
public final class ModelClientException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The status of an attempt that got no HTTP response. */
  public static final int NO_STATUS = 0;

  /** The kind of a failure. */
  public enum Kind {
    /** The server refused the request; the HTTP status tells more. */
    STATUS,
    /** The time limit of the attempt was reached. */
    TIMEOUT,
    /** The server could not be reached, or the connection broke. */
    CONNECTION,
    /** The server's response is not a valid answer. */
    INVALID_RESPONSE,
    /**
     * This process lacks a resource that the request needs, such as file descriptors. The server is
     * not at fault, and another server would fail the same way.
     */
    RESOURCES,
    /** Any other failure. */
    OTHER
  }

  private final int status;
  private final boolean retryable;
  private final transient @Nullable Duration retryAfter;
  private final transient @Nullable RateLimit rateLimit;
  private Kind kind;
  private boolean mayPassElsewhere;
  private @Nullable String serverMessage;
  private long inputTokens = ModelReply.UNKNOWN;
  private long outputTokens = ModelReply.UNKNOWN;
  private long wireNanos = ModelReply.UNKNOWN;

  /** Makes the failure of an attempt at a server that reports no rate limits. */
  public ModelClientException(
      String message,
      int status,
      boolean retryable,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    this(message, status, retryable, retryAfter, null, cause);
  }

  /**
   * Makes the failure of an attempt.
   *
   * @param message what happened, and what to do
   * @param status the HTTP status, {@link #NO_STATUS} if there was none
   * @param retryable true if the same request may succeed later
   * @param retryAfter the wait that the server asks for, or null
   * @param rateLimit the requests that the server still takes, or null if it does not tell
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
    this.mayPassElsewhere =
        switch (status) {
          case 400, 413, 422 -> false;
          default -> true;
        };
  }

  /**
   * Sets the kind of failure. The default is {@link Kind#STATUS} if there is a status, else {@link
   * Kind#OTHER}.
   *
   * @return this exception
   */
  public ModelClientException as(Kind kind) {
    this.kind = kind;
    return this;
  }

  /**
   * Marks the request as one that another model may answer, for example a model with a higher token
   * limit or a less strict filter. By default this is so unless the server finds fault with the
   * request itself: 400, 413 or 422.
   *
   * @return this exception
   */
  public ModelClientException passingElsewhere() {
    this.mayPassElsewhere = true;
    return this;
  }

  /** Returns true if another model may answer the same request. */
  public boolean mayPassElsewhere() {
    return mayPassElsewhere && kind != Kind.RESOURCES;
  }

  /**
   * Sets the server's error message, cleaned by {@link ServerText#message}. A client removes its
   * own secrets first.
   *
   * @param text the server's words, or null if there are none
   * @return this exception
   */
  public ModelClientException saying(@Nullable String text) {
    String message = text == null ? "" : ServerText.message(text);
    this.serverMessage = message.isEmpty() ? null : message;
    return this;
  }

  /**
   * Returns the server's error message, or null if there is none. It may quote the prompt, so no
   * exception message holds it.
   */
  public @Nullable String serverMessage() {
    return serverMessage;
  }

  /** Returns the kind of failure. */
  public Kind kind() {
    return kind;
  }

  /** Returns the HTTP status, {@link #NO_STATUS} if there was none. */
  public int status() {
    return status;
  }

  /** Returns true if the same request may succeed later. */
  public boolean retryable() {
    return retryable;
  }

  /** Returns the wait that the server asks for, or null. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** Returns the requests that the server still takes, or null if it does not tell. */
  public @Nullable RateLimit rateLimit() {
    return rateLimit;
  }

  /**
   * Sets the tokens that the server counted: an answer that cannot be used costs as much as any
   * other.
   *
   * @return this exception
   */
  public ModelClientException counted(long inputTokens, long outputTokens) {
    this.inputTokens = ModelReply.believable(inputTokens);
    this.outputTokens = ModelReply.believable(outputTokens);
    return this;
  }

  /** Returns the tokens of the request, {@link ModelReply#UNKNOWN} if the server did not tell. */
  public long inputTokens() {
    return inputTokens;
  }

  /** Returns the tokens of the answer, {@link ModelReply#UNKNOWN} if the server did not tell. */
  public long outputTokens() {
    return outputTokens;
  }

  /**
   * Sets the time of the attempt on the wire, in nanoseconds.
   *
   * @return this exception
   */
  public ModelClientException onWire(long nanos) {
    this.wireNanos = nanos;
    return this;
  }

  /**
   * Returns the nanoseconds from the attempt to connect, or the first byte sent, to the failure;
   * {@link ModelReply#UNKNOWN} if nothing was sent, or the client does not measure it.
   */
  public long wireNanos() {
    return wireNanos;
  }
}
