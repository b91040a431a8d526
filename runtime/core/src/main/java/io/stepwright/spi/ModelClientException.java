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
    /**
     * This process lacks something it needs for a request, such as file descriptors: no fault of
     * the server, and no other server would do better.
     */
    RESOURCES,
    /** Anything else. */
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
    this.mayPassElsewhere =
        switch (status) {
          case 400, 413, 422 -> false;
          default -> true;
        };
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

  /**
   * Says that another model may well answer the same request, as one does whose limit of tokens is
   * higher or whose filter is not as strict. Otherwise that is so unless the server finds fault
   * with the request itself: 400, 413 or 422.
   *
   * @return this exception
   */
  public ModelClientException passingElsewhere() {
    this.mayPassElsewhere = true;
    return this;
  }

  /** Whether another model may answer the same request. */
  public boolean mayPassElsewhere() {
    return mayPassElsewhere && kind != Kind.RESOURCES;
  }

  /**
   * Notes what the server said was wrong, as {@link ServerText#message} leaves it. A client takes
   * out its own secrets before.
   *
   * @param text the server's words, or null if it said nothing
   * @return this exception
   */
  public ModelClientException saying(@Nullable String text) {
    String message = text == null ? "" : ServerText.message(text);
    this.serverMessage = message.isEmpty() ? null : message;
    return this;
  }

  /**
   * What the server said was wrong, or null if it said nothing. It may quote the prompt, so it is
   * in no message.
   */
  public @Nullable String serverMessage() {
    return serverMessage;
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
    this.inputTokens = ModelReply.believable(inputTokens);
    this.outputTokens = ModelReply.believable(outputTokens);
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
