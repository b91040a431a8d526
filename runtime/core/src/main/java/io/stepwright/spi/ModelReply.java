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
 */
public record ModelReply(
    String text,
    String model,
    Finish finish,
    long inputTokens,
    long outputTokens,
    @Nullable RateLimit rateLimit,
    @Nullable String id) {

  /** A number of tokens that the server did not report. */
  public static final long UNKNOWN = -1;

  /** An answer without a name, of a server that says nothing of its limits. */
  public ModelReply(String text, String model, Finish finish, long inputTokens, long outputTokens) {
    this(text, model, finish, inputTokens, outputTokens, null, null);
  }

  /** This answer with what the server says of its limits. */
  public ModelReply with(@Nullable RateLimit rateLimit) {
    return new ModelReply(text, model, finish, inputTokens, outputTokens, rateLimit, id);
  }

  /** This answer with what the server calls it. */
  public ModelReply named(@Nullable String id) {
    return new ModelReply(text, model, finish, inputTokens, outputTokens, rateLimit, id);
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
    REFUSAL
  }

  /** Leaves out the text: it may be personal. */
  @Override
  public String toString() {
    return "ModelReply[model=" + model + ", finish=" + finish + "]";
  }
}
