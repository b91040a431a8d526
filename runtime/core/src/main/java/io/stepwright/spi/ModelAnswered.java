package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an answer, without a word of it. Immutable.
 *
 * @param model the model that answered, as the server names it
 * @param id what the server calls the answer, or null if it has no name for it
 * @param finish why the model stopped writing
 * @param finishReason the server's own word for it, if it is {@link ModelReply.Finish#OTHER}; else
 *     null
 * @param countedAs the name to count by: that of the model if it was asked for, is the dated
 *     version of the one that was, or has a price, else {@link #OTHER}. Of one provider there are
 *     about a hundred at most, whatever a server sends
 */
public record ModelAnswered(
    String model,
    @Nullable String id,
    ModelReply.Finish finish,
    @Nullable String finishReason,
    String countedAs) {

  /** Stands for the names of all models that are not known. */
  public static final String OTHER = "other";
}
