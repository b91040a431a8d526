package io.stepwright.spi;

/**
 * The answer of a model. Immutable.
 *
 * @param text what it wrote
 * @param model the model that answered, as the server names it
 * @param finish why it stopped writing
 * @param inputTokens the tokens of the request, {@link #UNKNOWN} if the server does not say
 * @param outputTokens the tokens of the answer, {@link #UNKNOWN} if the server does not say
 */
public record ModelReply(
    String text, String model, Finish finish, long inputTokens, long outputTokens) {

  /** A number of tokens that the server did not report. */
  public static final long UNKNOWN = -1;

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
