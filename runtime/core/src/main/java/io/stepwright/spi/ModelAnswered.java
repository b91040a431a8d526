package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/**
 * The data of an answer, without its text. Immutable.
 *
 * @param model the model that answered, as the server names it
 * @param id the server's identifier of the answer, or null if it gives none
 * @param finish the reason why the model stopped writing
 * @param finishReason the server's own word for the reason, if it is {@link
 *     ModelReply.Finish#OTHER}; else null
 * @param countedAs the model name to count by: the model's own name if it was asked for, is the
 *     dated version of the requested model, or has a price; else {@link #OTHER}. There are about a
 *     hundred names per provider at most, whatever a server sends.
 */
public record ModelAnswered(
    String model,
    @Nullable String id,
    ModelReply.Finish finish,
    @Nullable String finishReason,
    String countedAs) {

  /** The name that stands for all unknown models. */
  public static final String OTHER = "other";
}
