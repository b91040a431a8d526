package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/**
 * The answer of a model. Immutable.
 *
 * @param text what it wrote
 * @param model the model that answered, as the server names it
 * @param finish why it stopped writing
 * @param inputTokens the tokens of the request, {@link #UNKNOWN} if the server does not say
 * @param outputTokens the tokens of the answer, {@link #UNKNOWN} if the server does not say
 * @param rateLimit how many more requests the server takes, or null if it does not say
 * @param id what the server calls the answer, or null if it has no name for it
 * @param finishReason the server's own word for why the model stopped, if it is {@link
 *     Finish#OTHER}; else null
 */
public record ModelReply(
    String text,
    String model,
    Finish finish,
    long inputTokens,
    long outputTokens,
    @Nullable RateLimit rateLimit,
    @Nullable String id,
    @Nullable String finishReason) {

  /** A number of tokens that the server did not report. */
  public static final long UNKNOWN = -1;

  /** The most tokens that are believed of one request or answer. */
  public static final long MOST_TOKENS = 1_000_000_000;

  /** An answer without a name, of a server that says nothing of its limits. */
  public ModelReply(String text, String model, Finish finish, long inputTokens, long outputTokens) {
    this(text, model, finish, inputTokens, outputTokens, null, null, null);
  }

  /** This answer with what the server says of its limits. */
  public ModelReply with(@Nullable RateLimit rateLimit) {
    return new ModelReply(
        text, model, finish, inputTokens, outputTokens, rateLimit, id, finishReason);
  }

  /** This answer with what the server calls it. */
  public ModelReply named(@Nullable String id) {
    return new ModelReply(
        text, model, finish, inputTokens, outputTokens, rateLimit, id, finishReason);
  }

  /** This answer, of a model that stopped for a reason which only its server's word tells. */
  public ModelReply stoppedBy(String finishReason) {
    return new ModelReply(
        text, model, Finish.OTHER, inputTokens, outputTokens, rateLimit, id, finishReason);
  }

  /** A number of tokens as a server said it, {@link #UNKNOWN} if it cannot be true. */
  public static long believable(long tokens) {
    return tokens < 0 || tokens > MOST_TOKENS ? UNKNOWN : tokens;
  }

  /** Why a model stopped writing. */
  public enum Finish {
    /** It had said all. */
    COMPLETE,
    /** It reached a limit of tokens: the text is cut. */
    LENGTH,
    /** The provider's content filter cut or emptied the text. */
    CONTENT_FILTER,
    /** The model refused; the text is its refusal. */
    REFUSAL,
    /**
     * It is not known, because the server's word for it is none of the usual ones. The text is
     * taken as the answer, but not remembered: it may be cut.
     */
    OTHER
  }

  /** Leaves out the text: it may be personal. */
  @Override
  public String toString() {
    return "ModelReply[model=" + model + ", finish=" + finish + "]";
  }
}
