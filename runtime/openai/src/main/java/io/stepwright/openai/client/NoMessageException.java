package io.stepwright.openai.client;

import io.stepwright.spi.ModelReply;

/** Thrown if a chat completion of a successful status holds no message. */
final class NoMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long inputTokens;
  private final long outputTokens;

  /**
   * Makes the exception.
   *
   * @param inputTokens the tokens of the request, or {@link ModelReply#UNKNOWN}
   * @param outputTokens the tokens of the answer, or {@link ModelReply#UNKNOWN}
   */
  NoMessageException(long inputTokens, long outputTokens) {
    this.inputTokens = inputTokens;
    this.outputTokens = outputTokens;
  }

  long inputTokens() {
    return inputTokens;
  }

  long outputTokens() {
    return outputTokens;
  }
}
