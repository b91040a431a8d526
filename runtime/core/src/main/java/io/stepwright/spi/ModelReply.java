package io.stepwright.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a model. Immutable.
 *
 * @param text the text of the answer, empty if the model only called tools
 * @param calls the tools that the model called, in its order
 * @param model the model that answered, as the server names it
 * @param finish the reason why the model stopped writing
 * @param inputTokens the tokens of the request, {@link #UNKNOWN} if the server does not tell
 * @param outputTokens the tokens of the answer, {@link #UNKNOWN} if the server does not tell
 * @param rateLimit the requests that the server still takes, or null if it does not tell
 * @param id the server's identifier of the answer, or null if it gives none
 * @param finishReason the server's own word for the reason, if it is {@link Finish#OTHER}; else
 *     null
 * @param wireNanos the nanoseconds from the first byte sent, or the attempt to connect, to the last
 *     byte received; {@link #UNKNOWN} if the client does not measure it
 */
public record ModelReply(
    String text,
    List<ToolCall> calls,
    String model,
    Finish finish,
    long inputTokens,
    long outputTokens,
    @Nullable RateLimit rateLimit,
    @Nullable String id,
    @Nullable String finishReason,
    long wireNanos) {

  /** A number that is not known, such as tokens that the server did not report. */
  public static final long UNKNOWN = -1;

  /** The largest number of tokens that is believed of one request or answer. */
  public static final long MOST_TOKENS = 1_000_000_000;

  /** Makes the text {@linkplain ModelRequest#wellFormed well-formed}. */
  @SuppressWarnings("ConstantValue") // Clients need not be compiled with null checks.
  public ModelReply {
    // A null is told later, with the name of the client.
    text = text == null ? text : ModelRequest.wellFormed(text);
  }

  /** Makes an answer without an identifier, from a server that reports no rate limits. */
  public ModelReply(String text, String model, Finish finish, long inputTokens, long outputTokens) {
    this(text, List.of(), model, finish, inputTokens, outputTokens, null, null, null, UNKNOWN);
  }

  /** Returns this answer with the rate limit of the server. */
  public ModelReply with(@Nullable RateLimit rateLimit) {
    return changed(calls, finish, rateLimit, id, finishReason, wireNanos);
  }

  /** Returns this answer with the server's identifier. */
  public ModelReply named(@Nullable String id) {
    return changed(calls, finish, rateLimit, id, finishReason, wireNanos);
  }

  /** Returns this answer with calls of tools and the finish reason {@link Finish#TOOL_CALLS}. */
  public ModelReply calling(List<ToolCall> calls) {
    return changed(List.copyOf(calls), Finish.TOOL_CALLS, rateLimit, id, null, wireNanos);
  }

  /** Returns this answer as a complete text that calls no tools. */
  public ModelReply answering(String text) {
    return new ModelReply(
        text,
        List.of(),
        model,
        Finish.COMPLETE,
        inputTokens,
        outputTokens,
        rateLimit,
        id,
        null,
        wireNanos);
  }

  /**
   * Returns this answer with the finish reason {@link Finish#OTHER} and the server's word for it.
   */
  public ModelReply stoppedBy(String finishReason) {
    return changed(calls, Finish.OTHER, rateLimit, id, finishReason, wireNanos);
  }

  /** Returns this answer with its time on the wire, in nanoseconds. */
  public ModelReply onWire(long nanos) {
    return changed(calls, finish, rateLimit, id, finishReason, nanos);
  }

  private ModelReply changed(
      List<ToolCall> calls,
      Finish finish,
      @Nullable RateLimit rateLimit,
      @Nullable String id,
      @Nullable String finishReason,
      long wireNanos) {
    return new ModelReply(
        text,
        calls,
        model,
        finish,
        inputTokens,
        outputTokens,
        rateLimit,
        id,
        finishReason,
        wireNanos);
  }

  /**
   * Returns a number of tokens as a server reported it, or {@link #UNKNOWN} if it cannot be true.
   */
  public static long believable(long tokens) {
    return tokens < 0 || tokens > MOST_TOKENS ? UNKNOWN : tokens;
  }

  /** The reason why a model stopped writing. */
  public enum Finish {
    /** The answer is complete. */
    COMPLETE,
    /** A token limit was reached: the text is cut. */
    LENGTH,
    /** The provider's content filter cut or emptied the text. */
    CONTENT_FILTER,
    /** The model refused; the text is its refusal. */
    REFUSAL,
    /** The model called tools and waits for their results. */
    TOOL_CALLS,
    /**
     * The reason is not known, because the server's word for it is not a usual one. The text is
     * taken as the answer, but is not cached, because it may be cut.
     */
    OTHER
  }

  /** Leaves out the text, which may be personal. */
  @Override
  public String toString() {
    return "ModelReply[model=" + model + ", finish=" + finish + "]";
  }
}
